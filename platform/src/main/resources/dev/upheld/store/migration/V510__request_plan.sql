-- What is planned, approved and done in the systems for a request. Plans and receipts hold no personal data: they
-- know the person as a hash with a key that lies outside the database.
CREATE TABLE request_plan (
  ref text PRIMARY KEY REFERENCES request_case,
  digest text NOT NULL,
  made timestamptz NOT NULL,
  plan text NOT NULL,
  approved_by uuid,
  approved timestamptz,
  systems_done int NOT NULL DEFAULT 0,
  receipt text,
  receipt_at timestamptz,
  stopped text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_plan TO "${run}";
