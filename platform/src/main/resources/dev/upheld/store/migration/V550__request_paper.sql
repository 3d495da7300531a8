-- Papers that people sent, a mandate or a document of identity: each sealed with a key of its own, which is dropped as
-- soon as somebody has looked. The row stays, and says only that there was one.
CREATE TABLE request_paper (
  id uuid PRIMARY KEY,
  ref text NOT NULL REFERENCES request_case,
  kind text NOT NULL CHECK (kind IN ('identity', 'mandate')),
  key uuid NOT NULL,
  at timestamptz NOT NULL,
  pages int NOT NULL,
  gone timestamptz
);
CREATE INDEX request_paper_ref ON request_paper (ref);
CREATE INDEX request_paper_gone ON request_paper (gone);

CREATE TABLE request_paper_page (
  id uuid NOT NULL REFERENCES request_paper,
  number int NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (id, number)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_paper, request_paper_page TO "${run}";
