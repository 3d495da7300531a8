-- A hold may be about rows instead of a person: an activity, one row, a range. Which ones is sealed with its words, since
-- a key may name somebody; this only says that there is something to ask for before a row goes.
ALTER TABLE register_mark ADD of_rows boolean NOT NULL DEFAULT false;
CREATE INDEX register_mark_of_rows ON register_mark (since) WHERE of_rows AND lifted IS NULL;
