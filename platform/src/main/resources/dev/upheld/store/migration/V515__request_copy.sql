-- A request may ask for a copy, for erasure, or for both: then the copy is made first.
ALTER TABLE request_plan ALTER COLUMN plan DROP NOT NULL;
ALTER TABLE request_plan ADD COLUMN copy text;

-- The copy of a person's data, until they fetched it or its time is over. The row itself stays with the dates of the
-- request, so that no second copy is made of what is half erased already.
CREATE TABLE request_copy (
  ref text PRIMARY KEY REFERENCES request_case,
  id uuid NOT NULL UNIQUE,
  made timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  gone timestamptz,
  bytes bigint NOT NULL,
  parts int NOT NULL,
  code_hash text,
  code_tries int NOT NULL DEFAULT 0,
  code_expires timestamptz,
  fetched timestamptz
);

-- Its pieces, each sealed with the key of the case. Those of no row above were left by a process that was killed.
CREATE TABLE request_copy_part (
  id uuid NOT NULL,
  number int NOT NULL,
  at timestamptz NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (id, number)
);
CREATE INDEX request_copy_part_at ON request_copy_part (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_copy, request_copy_part TO "${run}";
