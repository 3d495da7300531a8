-- Requests of people. Whatever tells who somebody is, or what they wrote, is sealed with the key of the case, which
-- lies outside the database; what is left once that key is gone are dates and states.

-- Asked for on the public pages and not confirmed yet: the code in the mail is missing. Erased when it expires.
CREATE TABLE request_intake (
  token_hash bytea PRIMARY KEY,
  content_sealed bytea NOT NULL,
  code_hash text NOT NULL,
  tries int NOT NULL DEFAULT 0,
  made timestamptz NOT NULL,
  expires timestamptz NOT NULL
);

-- How often somebody, known by keyed hash alone, asked lately.
CREATE TABLE request_flow (
  key bytea PRIMARY KEY,
  began timestamptz NOT NULL,
  count int NOT NULL
);

CREATE TABLE request_case (
  ref text PRIMARY KEY CHECK (ref ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
  subject uuid REFERENCES register_subject ON DELETE SET NULL,
  key uuid NOT NULL,
  content_sealed bytea,
  link_hash bytea UNIQUE,
  channel text NOT NULL CHECK (channel IN ('web', 'letter', 'mail', 'api')),
  language text NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'identity-asked', 'identity-proved', 'planned', 'approved',
    'running', 'done', 'refused', 'forwarded', 'withdrawn')),
  received date NOT NULL,
  made timestamptz NOT NULL,
  due date NOT NULL,
  due_suspended date NOT NULL,
  extended timestamptz,
  extension_sealed bytea,
  proved date,
  proved_by text,
  digest text,
  heard timestamptz,
  warned int,
  ended date,
  erase_after date,
  erased timestamptz
);
CREATE INDEX request_case_due ON request_case (due, ref) WHERE ended IS NULL;
CREATE INDEX request_case_ended ON request_case (ended, ref) WHERE ended IS NOT NULL;
CREATE INDEX request_case_of ON request_case (subject) WHERE subject IS NOT NULL;

CREATE TABLE request_right (
  ref text NOT NULL REFERENCES request_case,
  right_word text NOT NULL,
  outcome text NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'kept', 'refused')),
  ground text,
  words_sealed bytea,
  due date NOT NULL,
  ended date,
  PRIMARY KEY (ref, right_word)
);

-- The clock stood still while the person was asked for something.
CREATE TABLE request_pause (
  ref text NOT NULL REFERENCES request_case,
  ground text NOT NULL,
  asked date NOT NULL,
  answered date,
  promptly boolean NOT NULL,
  PRIMARY KEY (ref, ground, asked)
);

CREATE TABLE request_message (
  id uuid PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY,
  ref text NOT NULL REFERENCES request_case,
  at timestamptz NOT NULL,
  sender text NOT NULL CHECK (sender IN ('person', 'company')),
  words_sealed bytea NOT NULL
);
CREATE INDEX request_message_of ON request_message (ref, place);

-- What a person of the company has to do by hand.
CREATE TABLE request_task (
  id uuid PRIMARY KEY,
  ref text NOT NULL REFERENCES request_case,
  owner uuid,
  due date NOT NULL,
  words_sealed bytea NOT NULL,
  done timestamptz,
  result_sealed bytea
);
CREATE INDEX request_task_of ON request_task (ref);

CREATE TABLE request_turn (
  ref text NOT NULL REFERENCES request_case,
  at timestamptz NOT NULL,
  entry bigint NOT NULL,
  what text NOT NULL,
  actor uuid,
  PRIMARY KEY (ref, entry)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_intake, request_flow, request_case, request_right, request_pause,
  request_message, request_task, request_turn TO "${run}";
