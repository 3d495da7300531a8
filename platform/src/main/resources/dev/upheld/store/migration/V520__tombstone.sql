-- That somebody was erased, so that they can be erased again when a restore brings them back. One line for each
-- identifier and system; of the identifier nothing but a hash with a key that lies outside the database. A line goes
-- with the oldest backup that could hold the person.
CREATE TABLE register_tombstone (
  erasure text NOT NULL,
  system text NOT NULL,
  word text NOT NULL,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  erased timestamptz NOT NULL,
  ground text NOT NULL,
  keep text[] NOT NULL,
  erase text[] NOT NULL,
  expires timestamptz NOT NULL,
  PRIMARY KEY (erasure, system, word, fingerprint)
);
CREATE INDEX register_tombstone_of ON register_tombstone (system, erased);
CREATE INDEX register_tombstone_end ON register_tombstone (expires);
GRANT SELECT, INSERT, DELETE ON register_tombstone TO "${run}";
