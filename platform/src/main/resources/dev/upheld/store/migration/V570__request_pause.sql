-- Work for a request can be paused: until somebody resumes it, nothing goes on, after a restart neither. How many rows
-- of those that were planned are done is counted meanwhile.
ALTER TABLE request_plan ADD COLUMN paused timestamptz;
ALTER TABLE request_plan ADD COLUMN rows_done bigint NOT NULL DEFAULT 0;
