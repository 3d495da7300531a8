-- What was counted in places that wait for a review, and the newest look at what would go by one. Figures only, no
-- personal data.
CREATE TABLE retention_review_count (
  rule text PRIMARY KEY,
  digest text NOT NULL,
  made timestamptz NOT NULL,
  counts text,
  trouble text
);
CREATE TABLE retention_review_look (
  rule text PRIMARY KEY,
  before date NOT NULL,
  digest text NOT NULL,
  asked timestamptz NOT NULL,
  ended timestamptz,
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  result text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_review_count, retention_review_look TO "${run}";
