-- A request may ask for a correction: then its plan stands beside the others.
ALTER TABLE request_plan ADD COLUMN correction text;

-- What is right, as an operator typed it, sealed with the key of the case.
CREATE TABLE request_change (
  ref text PRIMARY KEY REFERENCES request_case,
  at timestamptz NOT NULL,
  sealed bytea NOT NULL
);

-- What was found of other people in a copy before it is handed out, and what was decided about it, sealed with the key
-- of the case. The numbers alone are open.
CREATE TABLE request_review (
  ref text PRIMARY KEY REFERENCES request_case,
  made timestamptz NOT NULL,
  found int NOT NULL,
  undecided int NOT NULL,
  more bigint NOT NULL,
  sealed bytea NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_change, request_review TO "${run}";
