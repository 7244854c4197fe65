-- The facilitator's day: what goes on today, and who asked for help.
CREATE INDEX session_starts ON session (starts_at);

-- An adult asked for help. What it is about is one of a few words, never a text.
CREATE TABLE help_request (
  id         id PRIMARY KEY,
  programme  id NOT NULL REFERENCES programme,
  link       id NOT NULL REFERENCES link,
  session    id REFERENCES session,
  class      id REFERENCES school_class,
  asker      id NOT NULL,
  asker_name short_line NOT NULL,
  about      text NOT NULL CHECK (about IN ('any', 'technical', 'partner', 'advice')),
  at         timestamptz NOT NULL,
  taken_by   id REFERENCES person,
  taken_at   timestamptz,
  done_at    timestamptz,
  CHECK ((taken_by IS NULL) = (taken_at IS NULL))
);
COMMENT ON COLUMN help_request.asker IS 'the person, or the cover pass that an adult without a sign-in came by';
CREATE UNIQUE INDEX help_request_open ON help_request (link, asker) WHERE done_at IS NULL;
CREATE INDEX help_request_queue ON help_request (programme, at) WHERE done_at IS NULL;
CREATE INDEX help_request_asker ON help_request (link, asker, at);
CREATE INDEX help_request_at ON help_request (at);
