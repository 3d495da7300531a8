-- Where databases are not what the data maps say any more, as the latest measurement of each promise saw it. A
-- row goes when a later one does not see it; the journal keeps when it came and went. Names only, never a value.
CREATE TABLE drift_item (
  promise text NOT NULL,
  system text NOT NULL,
  table_name text NOT NULL,
  column_name text NOT NULL,
  kind text NOT NULL,
  nature text NOT NULL CHECK (nature IN ('PERSONAL', 'UNSURE', 'NOT_PERSONAL')),
  term text NOT NULL,
  sentence text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (promise, system, table_name, column_name, kind)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON drift_item TO "${run}";
