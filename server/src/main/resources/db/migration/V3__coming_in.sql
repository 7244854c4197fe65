-- What brings a device or a cover adult into one class's side of one session.
CREATE TABLE join_code (
  session  id NOT NULL REFERENCES session,
  class    id NOT NULL REFERENCES school_class,
  code     text NOT NULL UNIQUE,
  PRIMARY KEY (session, class)
);
CREATE TABLE join_token (
  token    text PRIMARY KEY,
  session  id NOT NULL REFERENCES session,
  class    id NOT NULL REFERENCES school_class,
  until    timestamptz NOT NULL,
  used_at  timestamptz
);
CREATE TABLE cover_pass (
  id        id PRIMARY KEY,
  session   id NOT NULL REFERENCES session,
  class     id NOT NULL REFERENCES school_class,
  name      short_line NOT NULL,
  code      text NOT NULL UNIQUE,
  made_by   id NOT NULL REFERENCES person,
  made_at   timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz
);
CREATE INDEX cover_pass_session ON cover_pass (session);
-- A classroom's board, enrolled by its adult until the end of the school year. It holds no key.
CREATE TABLE board (
  id       id PRIMARY KEY,
  class    id NOT NULL REFERENCES school_class,
  secret   text NOT NULL,
  made_by  id NOT NULL REFERENCES person,
  until    timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX board_class ON board (class);
