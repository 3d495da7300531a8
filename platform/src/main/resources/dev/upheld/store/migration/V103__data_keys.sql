-- Data keys, each sealed by the master key, which is not here. Without that this table opens nothing.
CREATE TABLE data_key (
  id uuid PRIMARY KEY,
  purpose text NOT NULL,
  master text NOT NULL,
  made_at timestamptz NOT NULL,
  wrapped text NOT NULL
);
CREATE INDEX data_key_by_purpose ON data_key (purpose, made_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO "${run}";
