-- The run role sees the schema; what it may do to a table stands in the migration that makes the table.
GRANT USAGE ON SCHEMA upheld TO "${run}";
