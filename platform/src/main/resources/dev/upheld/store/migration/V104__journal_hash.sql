-- The function of V101 named its table without a schema, so that a temporary table of that name could stand in for
-- it; and it took any hash. Now it looks where it should, and whoever is not the owner adds an entry only with the
-- hash of its bytes (docs/journal-format.md, form 1). The owner restores a backup with whatever is in it: an entry that
-- somebody tampered with is to be found by going through the journal, not lost.
CREATE OR REPLACE FUNCTION journal_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before bytea;
  entry text;
BEGIN
  IF NEW.sequence = 1 THEN
    before := decode(repeat('00', 32), 'hex');
  ELSE
    SELECT hash INTO before FROM upheld.journal_entry WHERE sequence = NEW.sequence - 1;
  END IF;
  IF before IS DISTINCT FROM NEW.previous THEN
    RAISE EXCEPTION 'the entry does not follow the one before it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN NEW;
  END IF;
  entry := '{"actor":' || coalesce('"' || NEW.actor::text || '"', 'null')
    || ',"at":"' || to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || '","facts":' || NEW.facts || ',"form":1,"kind":"' || NEW.kind
    || '","previous":"' || encode(NEW.previous, 'hex') || '","sequence":' || NEW.sequence::text || '}';
  IF sha256(convert_to(entry, 'UTF8')) IS DISTINCT FROM NEW.hash THEN
    RAISE EXCEPTION 'the hash is not that of the entry' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.facts ~ '[\u0001-\u001f]' OR json_typeof(NEW.facts::json) <> 'object' THEN
    RAISE EXCEPTION 'the facts are no object on one line' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
