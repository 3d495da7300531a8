-- What people see and steer of retention: the newest dry run of a rule, who paused it and why, how many rows come due
-- by when, and the signed certificate of each run. Figures only, no personal data; people are random references.
ALTER TABLE retention_release ADD COLUMN who uuid;
ALTER TABLE retention_release ADD COLUMN says text;
ALTER TABLE retention_release ADD COLUMN ending text;
CREATE TABLE retention_look (
  rule text PRIMARY KEY,
  digest text NOT NULL,
  asked timestamptz NOT NULL,
  ended timestamptz,
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  result text
);
CREATE TABLE retention_pause (
  rule text PRIMARY KEY,
  since timestamptz NOT NULL,
  reason text NOT NULL,
  who uuid
);
CREATE TABLE retention_outlook (
  rule text PRIMARY KEY,
  digest text NOT NULL,
  made timestamptz NOT NULL,
  counts text NOT NULL
);
CREATE TABLE retention_certificate (
  run uuid PRIMARY KEY REFERENCES retention_run (id) ON DELETE CASCADE,
  statement text NOT NULL,
  signed text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_look, retention_pause, retention_outlook, retention_certificate
  TO "${run}";
