-- Which rules of retention somebody released after seeing their dry run, and every run of each. A rule is a promise in
-- a place; the digest is that of promise, binding and end. Figures only, no personal data.
CREATE TABLE retention_release (
  rule text PRIMARY KEY,
  digest text NOT NULL,
  released timestamptz NOT NULL,
  due bigint NOT NULL,
  rows bigint NOT NULL
);
CREATE TABLE retention_run (
  id uuid PRIMARY KEY,
  rule text NOT NULL,
  digest text NOT NULL,
  began timestamptz NOT NULL,
  ended timestamptz,
  due text NOT NULL,
  done text,
  remaining text,
  trouble text
);
CREATE INDEX retention_run_rule ON retention_run (rule, began);
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_release, retention_run TO "${run}";
