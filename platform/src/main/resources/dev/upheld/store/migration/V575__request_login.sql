-- Links by which a person comes here from the provider's own application, where they are signed in. What the
-- provider said of them is sealed, and goes as soon as a request is open or the time is over; the row stays until
-- then, so that a link that is tried again is known as such.
CREATE TABLE request_login (
  link_hash bytea PRIMARY KEY,
  ticket_hash bytea UNIQUE,
  content_sealed bytea,
  made_by uuid NOT NULL,
  expires timestamptz NOT NULL,
  replayed boolean NOT NULL DEFAULT false
);
CREATE INDEX request_login_over ON request_login (expires);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_login TO "${run}";
