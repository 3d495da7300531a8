-- Runs of which nobody noted the end are few, and asked for before each run.
CREATE INDEX retention_run_open ON retention_run (rule) WHERE ended IS NULL;
