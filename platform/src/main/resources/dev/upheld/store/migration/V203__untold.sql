-- Changes that a command recorded and a server has still to tell: only a server knows mailboxes and webhooks.
CREATE TABLE probe_untold (
  promise text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (promise, at)
);
GRANT SELECT, INSERT, DELETE ON probe_untold TO "${run}";
