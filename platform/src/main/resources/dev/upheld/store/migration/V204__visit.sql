-- Looks that follow one another closely are one visit: "since" is the last look of the visit
-- before it, and "at" the latest look of this one. What changed after "since" stays new meanwhile.
ALTER TABLE probe_look ADD COLUMN since timestamptz;
