-- States of people's data that all duties respect: kept still (GDPR Art. 18), not to be erased because of a dispute or
-- an authority, not to be used for an activity the person objected to or withdrew consent for. The person is one line
-- for each identifier, as a hash with a key that lies outside the database; these lines go when the mark is lifted.
-- Words are sealed with a key of the mark's own, which is dropped then.
CREATE TABLE register_mark (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('restriction', 'hold', 'objection', 'withdrawal')),
  request text,
  activities text[] NOT NULL DEFAULT '{}',
  since timestamptz NOT NULL,
  told timestamptz,
  lifted timestamptz,
  secret boolean NOT NULL DEFAULT false,
  review date,
  key uuid,
  words bytea,
  wanted boolean NOT NULL DEFAULT false,
  receipt text,
  stopped text
);
CREATE UNIQUE INDEX register_mark_of ON register_mark (request, kind) WHERE lifted IS NULL AND request IS NOT NULL;
CREATE INDEX register_mark_wanted ON register_mark (since) WHERE wanted;
CREATE TABLE register_mark_of_person (
  mark uuid NOT NULL REFERENCES register_mark ON DELETE CASCADE,
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (fingerprint, mark)
);
CREATE INDEX register_mark_of_person_mark ON register_mark_of_person (mark);
GRANT SELECT, INSERT, UPDATE, DELETE ON register_mark, register_mark_of_person TO "${run}";
