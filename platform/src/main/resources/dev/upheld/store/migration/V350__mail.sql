-- Mail waiting to be sent. Address and text are sealed by the application and erased when the mail is
-- sent or given up; what stays is the proof of sending.
CREATE TABLE mail_outbox (
  id uuid PRIMARY KEY,
  message_id text NOT NULL UNIQUE,
  template text NOT NULL,
  content_sealed bytea,
  made timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_attempt timestamptz,
  attempted timestamptz,
  sent timestamptz,
  server_reply text,
  failed text
);
CREATE INDEX mail_outbox_waiting ON mail_outbox (next_attempt) WHERE next_attempt IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON mail_outbox TO "${run}";
