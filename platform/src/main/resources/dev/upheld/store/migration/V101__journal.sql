-- The journal: what is in it can be read and added to, by nobody changed. docs/journal-format.md says
-- which bytes the hash of an entry covers.
CREATE TABLE journal_entry (
  sequence bigint PRIMARY KEY CHECK (sequence > 0),
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$' AND length(kind) <= 100),
  actor uuid,
  facts text NOT NULL,
  previous bytea NOT NULL CHECK (octet_length(previous) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);
CREATE INDEX journal_entry_by_kind ON journal_entry (kind text_pattern_ops, sequence);

-- Grants keep the run role from changing entries; this keeps the owner from doing it by mistake.
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER journal_entry_unchanged BEFORE UPDATE OR DELETE ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_entry_untruncated BEFORE TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

-- No gap and no fork, whoever inserts: an entry names the hash of the one before it.
CREATE FUNCTION journal_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before bytea;
BEGIN
  IF NEW.sequence = 1 THEN
    before := decode(repeat('00', 32), 'hex');
  ELSE
    SELECT hash INTO before FROM journal_entry WHERE sequence = NEW.sequence - 1;
  END IF;
  IF before IS DISTINCT FROM NEW.previous THEN
    RAISE EXCEPTION 'the entry does not follow the one before it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER journal_entry_follows BEFORE INSERT ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION journal_follow();

GRANT SELECT, INSERT ON journal_entry TO "${run}";

-- Whom a reference in the journal means. Erasable: the journal stays whole and points to nobody.
CREATE TABLE person_reference (
  id uuid PRIMARY KEY,
  scope text NOT NULL,
  person text NOT NULL,
  UNIQUE (scope, person)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON person_reference TO "${run}";
