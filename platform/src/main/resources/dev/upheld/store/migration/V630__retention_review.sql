-- What people decided about rows that are kept by a reason without a number: to keep those there were until a day, or to
-- end those of before an instant. Figures and a person's own words on why; who decided is a reference.
CREATE TABLE retention_review (
  id uuid PRIMARY KEY,
  rule text NOT NULL,
  erase boolean NOT NULL,
  up_to timestamptz NOT NULL,
  next date,
  digest text NOT NULL,
  due bigint NOT NULL,
  rows bigint NOT NULL,
  reason text NOT NULL,
  decided timestamptz NOT NULL,
  done timestamptz,
  CHECK (erase = (next IS NULL))
);
CREATE INDEX retention_review_rule ON retention_review (rule, decided);
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_review TO "${run}";
