-- What for somebody looked at values of a column: words of a person, so they stand here and not in the journal, and
-- can be erased. Of the values nothing is kept anywhere.
CREATE TABLE discover_purpose (
  entry bigint PRIMARY KEY REFERENCES journal_entry,
  person uuid,
  at timestamptz NOT NULL,
  words text NOT NULL CHECK (length(words) <= 1000)
);
CREATE INDEX discover_purpose_of ON discover_purpose (person);
GRANT SELECT, INSERT, UPDATE, DELETE ON discover_purpose TO "${run}";
