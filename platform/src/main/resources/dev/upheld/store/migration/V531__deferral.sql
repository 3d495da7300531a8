-- What an erasure kept because law said so until a day: erased on that day without anyone remembering. One line for
-- each erasure and system. People are known by keyed hash alone (word:hash:tag).
CREATE TABLE register_deferral (
  erasure text NOT NULL,
  system text NOT NULL,
  due date NOT NULL,
  erased timestamptz NOT NULL,
  ground text NOT NULL,
  keep text[] NOT NULL,
  erase text[] NOT NULL,
  prints text[] NOT NULL,
  stayed text NOT NULL,
  plan text,
  stopped text,
  done timestamptz,
  followed_by text,
  receipt text,
  PRIMARY KEY (erasure, system)
);
CREATE INDEX register_deferral_due ON register_deferral (due) WHERE done IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON register_deferral TO "${run}";
