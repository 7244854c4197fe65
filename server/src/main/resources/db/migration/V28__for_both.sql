-- Who runs a programme has set a session's time, or called it off, for both classes: who, and why.
CREATE TABLE session_for_both (
  session   id PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  person    id NOT NULL REFERENCES person,
  why       text NOT NULL CHECK (char_length(why) BETWEEN 1 AND 300),
  starts_at timestamptz NOT NULL,
  off       boolean NOT NULL,
  at        timestamptz NOT NULL
);
COMMENT ON COLUMN session_for_both.starts_at IS 'the time that it was set to: once a teacher has moved the session on, the row says nothing any more';
CREATE INDEX session_for_both_person ON session_for_both (person);
