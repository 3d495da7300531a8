-- Of which rows somebody was told by mail that they go: keyed hashes of the row and of the address, never the address. A
-- warning counts while every look since found the row about to go ("seen"), and from when the mail server took the mail.
CREATE TABLE retention_warning (
  rule text NOT NULL,
  step text NOT NULL,
  print text NOT NULL,
  promise text NOT NULL,
  person text NOT NULL,
  mail uuid NOT NULL,
  warned timestamptz NOT NULL,
  seen timestamptz NOT NULL,
  sent timestamptz,
  failed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (rule, step, print)
);
CREATE INDEX retention_warning_person ON retention_warning (promise, step, person, warned);
CREATE INDEX retention_warning_open ON retention_warning (mail) WHERE sent IS NULL AND NOT failed;

-- The newest look of each rule for people to be told: figures only.
CREATE TABLE retention_warned (
  rule text PRIMARY KEY,
  digest text NOT NULL,
  began timestamptz NOT NULL,
  ended timestamptz,
  figures text NOT NULL,
  trouble text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_warning, retention_warned TO "${run}";
