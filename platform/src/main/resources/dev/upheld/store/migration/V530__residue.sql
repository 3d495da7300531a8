-- The nightly search for what is left of people who were erased.

-- A short keyed hash of the identifier without its word, so that most values of a database are told apart from it
-- without the long one. Null in lines kept before there was one.
ALTER TABLE register_tombstone ADD COLUMN tag integer;

-- Rows of an erased person that stayed, because a duty keeps them or because something that stays points at them: the
-- search must not take them for left over. No identifier, only figures of the plan.
CREATE TABLE register_rest (
  erasure text NOT NULL,
  system text NOT NULL,
  tbl text NOT NULL,
  kept bigint NOT NULL,
  shells bigint NOT NULL,
  until date,
  reasons text[] NOT NULL,
  PRIMARY KEY (erasure, system, tbl)
);
CREATE INDEX register_rest_of ON register_rest (system);
GRANT SELECT, INSERT, DELETE ON register_rest TO "${run}";

-- One search of every system; ended once it went through all of them.
CREATE TABLE register_residue_pass (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  began timestamptz NOT NULL,
  ended timestamptz,
  found bigint,
  report text,
  receipt text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON register_residue_pass TO "${run}";

-- What it saw in one table; a search that was interrupted goes on with the tables that are not here.
CREATE TABLE register_residue_table (
  pass bigint NOT NULL REFERENCES register_residue_pass ON DELETE CASCADE,
  system text NOT NULL,
  tbl text NOT NULL,
  seen text NOT NULL,
  PRIMARY KEY (pass, system, tbl)
);
GRANT SELECT, INSERT, DELETE ON register_residue_table TO "${run}";
