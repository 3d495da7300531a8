-- A task may be done by a system, which reports by a signed message: by which key, what it counted, or that it failed.
ALTER TABLE request_task ADD COLUMN system text;
ALTER TABLE request_task ADD COLUMN reported_by text;
ALTER TABLE request_task ADD COLUMN counts text;
ALTER TABLE request_task ADD COLUMN failed timestamptz;

-- Whether programs were told of it; of those that are here already nobody needs to be.
ALTER TABLE request_task ADD COLUMN announced boolean NOT NULL DEFAULT true;
ALTER TABLE request_task ALTER COLUMN announced SET DEFAULT false;

-- Messages that were taken, until they are too old to be taken again.
CREATE TABLE request_heard (
  key text NOT NULL,
  id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (key, id)
);
GRANT SELECT, INSERT, DELETE ON request_heard TO "${run}";
