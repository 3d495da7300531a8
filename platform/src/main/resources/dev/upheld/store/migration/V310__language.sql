-- The language a person reads mails in; empty until they sign in or choose one.
ALTER TABLE access_person ADD COLUMN language text CHECK (language ~ '^[a-z]{2}$');
