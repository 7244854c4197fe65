-- Signing in without a password. Secrets are kept as hashes only.
CREATE TABLE sign_in (
  id          id PRIMARY KEY,
  person      id NOT NULL REFERENCES person,
  secret      text NOT NULL,
  before      text,
  rotated_at  timestamptz NOT NULL,
  until       timestamptz NOT NULL,
  own_device  boolean NOT NULL
);
CREATE INDEX sign_in_person ON sign_in (person);
COMMENT ON COLUMN sign_in.before IS 'the secret before this one, good for a minute; used later it was stolen, and the sign-in ends';

-- A mail that was asked for. There is a row whether the address is known or not.
CREATE TABLE sign_in_mail (
  id       id PRIMARY KEY,
  person   id REFERENCES person,
  browser  text NOT NULL,
  token    text NOT NULL UNIQUE,
  code     text NOT NULL,
  tries    int NOT NULL DEFAULT 0,
  until    timestamptz NOT NULL,
  used_at  timestamptz
);
CREATE INDEX sign_in_mail_browser ON sign_in_mail (browser, until);

-- A code that a facilitator or head reads out.
CREATE TABLE spoken_code (
  code     text PRIMARY KEY,
  person   id NOT NULL REFERENCES person,
  made_by  id NOT NULL REFERENCES person,
  until    timestamptz NOT NULL,
  used_at  timestamptz
);

-- What was tried lately, counted over all nodes; rows live an hour.
CREATE TABLE attempt (
  what  text NOT NULL,
  at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX attempt_what ON attempt (what, at);

CREATE TABLE mail (
  id       id PRIMARY KEY,
  email    text NOT NULL,
  subject  text NOT NULL,
  body     text NOT NULL,
  made_at  timestamptz NOT NULL DEFAULT now(),
  sent_at  timestamptz,
  fault    text
);
CREATE INDEX mail_made ON mail (made_at DESC);

-- A concern goes to one reader. Its text is read after signing in, never mailed.
CREATE TABLE concern (
  id       id PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT now(),
  school   id NOT NULL REFERENCES school,
  about    text NOT NULL CHECK (about IN ('child', 'adult', 'head', 'other')),
  body     text NOT NULL CHECK (char_length(body) <= 4000),
  contact  text NOT NULL CHECK (char_length(contact) <= 254),
  session  text,
  reader   id REFERENCES person,
  reader_email text,
  token    text,
  read_at  timestamptz
);
CREATE INDEX concern_reader ON concern (reader, at DESC);
