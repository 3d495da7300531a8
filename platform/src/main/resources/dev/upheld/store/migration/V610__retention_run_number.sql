-- The order in which runs were noted, whatever the clock said then: by it a clock that was set back is found.
ALTER TABLE retention_run ADD number bigint GENERATED ALWAYS AS IDENTITY;
CREATE INDEX retention_run_number ON retention_run (rule, number);
