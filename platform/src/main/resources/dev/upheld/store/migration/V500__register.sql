-- A person as duties speak of them: a random reference, found again by keyed hash of an address. The hash is erased
-- with the last file that needs it; whoever comes back then is somebody else.
CREATE TABLE register_subject (
  id uuid PRIMARY KEY,
  fingerprint bytea NOT NULL UNIQUE,
  made timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON register_subject TO "${run}";
