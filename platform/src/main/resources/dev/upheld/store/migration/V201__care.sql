-- Who looks after promises, and what they say: about persons, so none of it stands in the journal, and all of
-- it can be erased. Persons are the references of person_reference.
CREATE TABLE probe_care (
  promise text PRIMARY KEY,
  owner uuid,
  due_at timestamptz
);
CREATE INDEX probe_care_of ON probe_care (owner);

CREATE TABLE probe_acknowledgement (
  promise text PRIMARY KEY,
  change bigint NOT NULL REFERENCES probe_transition,
  person uuid,
  at timestamptz NOT NULL
);

CREATE TABLE probe_comment (
  entry bigint PRIMARY KEY REFERENCES journal_entry,
  promise text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  words text NOT NULL CHECK (length(words) <= 4000)
);
CREATE INDEX probe_comment_of ON probe_comment (promise, entry);

-- What an attestation rests on, in the words of whoever attested.
CREATE TABLE probe_document (
  entry bigint PRIMARY KEY REFERENCES probe_evidence,
  words text NOT NULL CHECK (length(words) <= 500)
);

CREATE TABLE probe_look (
  person uuid PRIMARY KEY,
  at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE
  ON probe_care, probe_acknowledgement, probe_comment, probe_document, probe_look TO "${run}";
