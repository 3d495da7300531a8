-- Who may use Upheld. Names, addresses and second factors are sealed by the application; what must be
-- found again is found by keyed hash. Tokens and links are kept as hashes only.
CREATE TABLE access_person (
  id uuid PRIMARY KEY,
  email_hash bytea NOT NULL UNIQUE,
  email_sealed bytea NOT NULL,
  name_sealed bytea,
  role text NOT NULL CHECK (role IN ('officer', 'operator', 'engineer', 'auditor')),
  state text NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
  password_hash text,
  totp_sealed bytea,
  totp_since timestamptz,
  totp_last_step bigint NOT NULL DEFAULT -1,
  made timestamptz NOT NULL,
  last_seen timestamptz
);

CREATE TABLE access_recovery_code (
  person uuid NOT NULL REFERENCES access_person ON DELETE CASCADE,
  hash bytea NOT NULL,
  PRIMARY KEY (person, hash)
);

CREATE TABLE access_session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  person uuid NOT NULL REFERENCES access_person ON DELETE CASCADE,
  stage text NOT NULL CHECK (stage IN ('code', 'enrol', 'full')),
  opened timestamptz NOT NULL,
  last_seen timestamptz NOT NULL,
  device text NOT NULL,
  network text NOT NULL,
  new_totp_sealed bytea
);
CREATE INDEX access_session_by_person ON access_session (person);

CREATE TABLE access_link (
  token_hash bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reset', 'enter')),
  person uuid NOT NULL REFERENCES access_person ON DELETE CASCADE,
  expires timestamptz NOT NULL
);

CREATE TABLE access_token (
  id uuid PRIMARY KEY,
  person uuid NOT NULL REFERENCES access_person ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  name text NOT NULL,
  beginning text NOT NULL,
  scopes text NOT NULL,
  made timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  used timestamptz
);

-- Failed sign-ins by keyed hash of the name given or of the address; erased when forgotten.
CREATE TABLE access_failure (
  key bytea PRIMARY KEY,
  count int NOT NULL,
  last timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON access_person, access_recovery_code, access_session, access_link,
  access_token, access_failure TO "${run}";
