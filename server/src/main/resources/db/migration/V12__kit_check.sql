-- A check of a classroom's device before the day: a ticket that says what works, and for whom it is.
CREATE TABLE kit_check (
  id        id PRIMARY KEY,
  number    text NOT NULL UNIQUE CHECK (number ~ '^[0-9A-Z]{6}$'),
  at        timestamptz NOT NULL,
  verdict   text NOT NULL CHECK (verdict IN ('good', 'care', 'bad')),
  findings  text NOT NULL CHECK (findings ~ '^[a-z]+:[a-z-]+( [a-z]+:[a-z-]+)*$' AND char_length(findings) <= 400),
  measured  jsonb NOT NULL CHECK (pg_column_size(measured) <= 4000),
  browser   text,
  person    id REFERENCES person,
  session   id REFERENCES session,
  class     id REFERENCES school_class,
  programme id REFERENCES programme,
  done_at   timestamptz,
  done_by   id REFERENCES person,
  CHECK ((session IS NULL) = (programme IS NULL)),
  CHECK ((done_at IS NULL) = (done_by IS NULL))
);
COMMENT ON COLUMN kit_check.number IS 'read out on the phone by whoever stands before the device';
COMMENT ON COLUMN kit_check.findings IS 'each thing and what was found, as check/Finding says: camera:good line:polls …';
COMMENT ON COLUMN kit_check.browser IS 'the hash of the browser that made it, which may look at it again';
COMMENT ON COLUMN kit_check.programme IS 'of the session''s link: a bad one waits there until somebody has seen to it (done_at)';
CREATE INDEX kit_check_session ON kit_check (session, at DESC) WHERE session IS NOT NULL;
CREATE INDEX kit_check_waiting ON kit_check (programme, at DESC) WHERE verdict = 'bad' AND done_at IS NULL;
CREATE INDEX kit_check_at ON kit_check (at);
CREATE INDEX kit_check_person ON kit_check (person) WHERE person IS NOT NULL;
