-- A run of proof: who began it, how far it is. One that was taken over is ended, and what its process still
-- finds is not kept.
CREATE TABLE probe_run (
  id uuid PRIMARY KEY,
  began_at timestamptz NOT NULL,
  ended_at timestamptz,
  promises integer NOT NULL,
  step text NOT NULL,
  done bigint NOT NULL,
  total bigint NOT NULL,
  failed text
);
CREATE INDEX probe_run_by_time ON probe_run (began_at);

-- When each promise is measured next.
CREATE TABLE probe_schedule (
  promise text PRIMARY KEY,
  due_at timestamptz NOT NULL
);

-- Alerts on their way to a webhook. The id goes with every try, so that the other side knows a repetition.
CREATE TABLE probe_delivery (
  id uuid PRIMARY KEY,
  hook text NOT NULL,
  event text NOT NULL,
  body text NOT NULL,
  made_at timestamptz NOT NULL,
  tries integer NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sent')),
  said text NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON probe_run, probe_schedule, probe_delivery TO "${run}";
