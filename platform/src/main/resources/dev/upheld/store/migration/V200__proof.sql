-- Proof that is kept. Every line of evidence and every change of a verdict carries the number of its
-- journal entry: both are written in one transaction, and the journal is what proves them.

-- How far verdicts have been watched. Whoever keeps or watches locks this one line first, so that what is
-- recorded has one order, whatever number of servers write.
CREATE TABLE probe_watermark (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  watched_until timestamptz NOT NULL
);
INSERT INTO probe_watermark (watched_until) VALUES ('1970-01-01T00:00:00Z');
GRANT SELECT, UPDATE ON probe_watermark TO "${run}";

-- What was promised, in which wording, from when to when; ended_at is empty for what is promised now.
CREATE TABLE probe_statement (
  promise text NOT NULL,
  since timestamptz NOT NULL,
  ended_at timestamptz,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  way text NOT NULL,
  kind text NOT NULL,
  duty text NOT NULL,
  sentence text NOT NULL,
  PRIMARY KEY (promise, since),
  CHECK (ended_at >= since)
);
CREATE UNIQUE INDEX probe_statement_now ON probe_statement (promise) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON probe_statement TO "${run}";

CREATE TABLE probe_evidence (
  entry bigint PRIMARY KEY REFERENCES journal_entry,
  promise text NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  source text NOT NULL,
  outcome text NOT NULL,
  at timestamptz NOT NULL,
  kept_at timestamptz NOT NULL,
  counts_until timestamptz,
  took_millis bigint NOT NULL,
  places_seen integer NOT NULL,
  places integer NOT NULL,
  row_count bigint NOT NULL,
  summary text NOT NULL,
  detail text NOT NULL,
  CHECK (at <= kept_at)
);
CREATE INDEX probe_evidence_of ON probe_evidence (promise, entry DESC);
GRANT SELECT, INSERT ON probe_evidence TO "${run}";

-- Of each kind of source and each finding the latest: all a verdict can rest on, so that judging every
-- promise reads a few lines each, however long the history is.
CREATE TABLE probe_current (
  promise text NOT NULL,
  digest text NOT NULL,
  source text NOT NULL,
  found text NOT NULL,
  entry bigint NOT NULL REFERENCES probe_evidence,
  outcome text NOT NULL,
  at timestamptz NOT NULL,
  counts_until timestamptz,
  places_seen integer NOT NULL,
  places integer NOT NULL,
  row_count bigint NOT NULL,
  summary text NOT NULL,
  PRIMARY KEY (promise, digest, source, found)
);
GRANT SELECT, INSERT, UPDATE ON probe_current TO "${run}";

-- Every change of a verdict, once. from_verdict is empty where a promise begins, to_verdict where it ends.
CREATE TABLE probe_transition (
  entry bigint PRIMARY KEY REFERENCES journal_entry,
  promise text NOT NULL,
  digest text NOT NULL,
  from_verdict text,
  to_verdict text,
  at timestamptz NOT NULL,
  noted_at timestamptz NOT NULL,
  why text NOT NULL,
  UNIQUE (promise, at),
  CHECK (from_verdict IS DISTINCT FROM to_verdict)
);
CREATE INDEX probe_transition_by_time ON probe_transition (noted_at);
GRANT SELECT, INSERT ON probe_transition TO "${run}";

-- The verdict of each promise as of the watermark, and the change that brought it.
CREATE TABLE probe_standing (
  promise text PRIMARY KEY,
  verdict text NOT NULL,
  since timestamptz NOT NULL,
  entry bigint NOT NULL REFERENCES probe_transition
);
GRANT SELECT, INSERT, UPDATE, DELETE ON probe_standing TO "${run}";
