-- The table of db-scheduler, under our name for it.
CREATE TABLE job (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_by_execution_time ON job (execution_time);
CREATE INDEX job_by_last_heartbeat ON job (last_heartbeat);
CREATE INDEX job_by_priority ON job (priority DESC, execution_time ASC);
GRANT SELECT, INSERT, UPDATE, DELETE ON job TO "${run}";

-- One-time jobs that were tried as often as they may be. A person decides what becomes of them.
CREATE TABLE job_dead (
  name text NOT NULL,
  id text NOT NULL,
  payload text NOT NULL,
  attempts int NOT NULL,
  reason text NOT NULL,
  died_at timestamptz NOT NULL,
  PRIMARY KEY (name, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON job_dead TO "${run}";
