-- Mails that may be requests, as they were read from the mailbox of the company: each sealed with a key of its own, which
-- is dropped as soon as somebody has decided. The row stays for a while, so that no mail comes twice.
CREATE TABLE request_mail (
  id uuid PRIMARY KEY,
  place bytea NOT NULL UNIQUE,
  same bytea UNIQUE,
  state text NOT NULL CHECK (state IN ('waiting', 'opened', 'refused', 'left')),
  key uuid,
  content_sealed bytea,
  received date NOT NULL,
  came timestamptz NOT NULL,
  gone timestamptz,
  ref text REFERENCES request_case
);
CREATE INDEX request_mail_waiting ON request_mail (received, id) WHERE state = 'waiting';
CREATE INDEX request_mail_gone ON request_mail (gone);
CREATE INDEX request_mail_ref ON request_mail (ref) WHERE ref IS NOT NULL;

-- How the newest look into the mailbox went; one row.
CREATE TABLE request_mailbox (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  looked timestamptz NOT NULL,
  trouble text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_mail, request_mailbox TO "${run}";
