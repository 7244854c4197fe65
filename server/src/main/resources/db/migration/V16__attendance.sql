-- What is known of each session once it is over: the room's own lines are forgotten after a year, these few figures are not.
ALTER TABLE session ADD COLUMN recorded_at timestamptz;
COMMENT ON COLUMN session.recorded_at IS 'when its attendance was reckoned from the lines of its room';
CREATE INDEX session_unrecorded ON session (starts_at) WHERE recorded_at IS NULL AND state IN ('ended', 'cancelled');

CREATE TABLE attendance (
  session   id PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  link      id NOT NULL REFERENCES link,
  programme id NOT NULL REFERENCES programme,
  year      int NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  kind      text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 40),
  outcome   text NOT NULL CHECK (outcome IN ('met', 'not-met', 'called-off', 'lapsed')),
  starts_at timestamptz NOT NULL,
  planned   int NOT NULL CHECK (planned BETWEEN 0 AND 1440),
  minutes   int NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  CHECK (outcome = 'met' OR minutes = 0)
);
COMMENT ON COLUMN attendance.year IS 'of its link: the calendar year in which the school year begins';
COMMENT ON COLUMN attendance.minutes IS 'for how long the door between the classes was open, rounded up';
CREATE INDEX attendance_link ON attendance (link, starts_at DESC);
CREATE INDEX attendance_programme ON attendance (programme, year, starts_at DESC) INCLUDE (kind, outcome, minutes);
CREATE INDEX attendance_year ON attendance (year, programme) INCLUDE (kind, outcome, minutes);

-- A class of a session that was held or should have been: for how long a device of it was connected.
CREATE TABLE attendance_class (
  session   id NOT NULL REFERENCES attendance ON DELETE CASCADE,
  class     id NOT NULL REFERENCES school_class,
  school    id NOT NULL REFERENCES school,
  programme id NOT NULL REFERENCES programme,
  year      int NOT NULL,
  starts_at timestamptz NOT NULL,
  met       boolean NOT NULL,
  minutes   int NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (session, class)
);
COMMENT ON COLUMN attendance_class.programme IS 'the school''s own, whichever programme keeps the link';
CREATE INDEX attendance_class_class ON attendance_class (class, starts_at DESC);
CREATE INDEX attendance_class_school ON attendance_class (school, year, starts_at DESC);
CREATE INDEX attendance_class_year ON attendance_class (year, programme) INCLUDE (class, met);

-- An adult whose device was connected, as what, for how long. That she was there herself is not known.
CREATE TABLE attendance_adult (
  session id NOT NULL REFERENCES attendance ON DELETE CASCADE,
  place   int NOT NULL CHECK (place BETWEEN 0 AND 199),
  class   id REFERENCES school_class,
  person  id REFERENCES person,
  name    text NOT NULL CHECK (char_length(name) <= 120),
  role    text NOT NULL CHECK (role IN ('teacher', 'cover', 'assistant', 'facilitator', 'observer', 'other')),
  came    timestamptz NOT NULL,
  went    timestamptz NOT NULL CHECK (went >= came),
  minutes int NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (session, place)
);
COMMENT ON COLUMN attendance_adult.class IS 'whose adult she came as; none for a guest of both';
COMMENT ON COLUMN attendance_adult.name IS 'as she came in; a year later it is empty, and her role is what stays';
CREATE INDEX attendance_adult_class ON attendance_adult (class, came DESC);
CREATE INDEX attendance_adult_named ON attendance_adult (went) WHERE name <> '';
