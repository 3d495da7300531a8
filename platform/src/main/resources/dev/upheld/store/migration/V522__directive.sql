-- What people want to become of their data after their death (French law, LIL Art. 85 I): one for each mail address,
-- as a hash; the words and whom they name are sealed with a key of their own, outside the database. They outlive the
-- request in which they were left. What a request noted of a death names the same hash.
CREATE TABLE request_directive (
  person bytea PRIMARY KEY,
  key uuid NOT NULL,
  sealed bytea NOT NULL,
  version int NOT NULL,
  left_at timestamptz NOT NULL
);
CREATE TABLE request_death (
  ref text PRIMARY KEY REFERENCES request_case,
  person bytea NOT NULL,
  method text NOT NULL,
  checked date NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_directive, request_death TO "${run}";
