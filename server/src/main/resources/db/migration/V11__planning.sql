-- When schools are open, when classes have time, and a senior leader's yes to a session.
CREATE TABLE term_span (
  id        id PRIMARY KEY,
  programme id REFERENCES programme,
  school    id REFERENCES school,
  term      boolean NOT NULL,
  name      short_line NOT NULL,
  first_day date NOT NULL,
  last_day  date NOT NULL,
  CHECK (num_nonnulls(programme, school) <= 1),
  CHECK (last_day >= first_day AND last_day < first_day + 200),
  CHECK (first_day BETWEEN '2000-01-01' AND '2200-12-31')
);
COMMENT ON TABLE term_span IS 'of a school, of a programme, or with neither of the network: a half term of teaching, or days on which it is closed';
CREATE INDEX term_span_programme ON term_span (programme, last_day) WHERE programme IS NOT NULL;
CREATE INDEX term_span_school ON term_span (school, last_day) WHERE school IS NOT NULL;
CREATE INDEX term_span_network ON term_span (last_day) WHERE programme IS NULL AND school IS NULL;

CREATE TABLE class_time (
  class   id NOT NULL REFERENCES school_class,
  weekday int NOT NULL CHECK (weekday BETWEEN 1 AND 5),
  from_at time NOT NULL,
  until   time NOT NULL CHECK (until > from_at),
  PRIMARY KEY (class, weekday, from_at)
);
COMMENT ON TABLE class_time IS 'when in the week a class has time for its partner; none: the usual times of a school';

-- The last word of a senior leader of one of the schools; none: nobody has said anything.
CREATE TABLE leader_answer (
  session   id NOT NULL REFERENCES session ON DELETE CASCADE,
  school    id NOT NULL REFERENCES school,
  yes       boolean NOT NULL,
  reason    text NOT NULL DEFAULT '' CHECK (char_length(reason) <= 300),
  starts_at timestamptz NOT NULL,
  person    id NOT NULL REFERENCES person,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (session, school)
);
COMMENT ON COLUMN leader_answer.starts_at IS 'the time that the answer was given to: a yes to another time is none';
CREATE INDEX leader_answer_school ON leader_answer (school);
CREATE INDEX leader_answer_person ON leader_answer (person);

-- That the leaders were asked, so that each is asked once.
CREATE TABLE leader_asked (
  session   id NOT NULL REFERENCES session ON DELETE CASCADE,
  school    id NOT NULL REFERENCES school,
  starts_at timestamptz NOT NULL,
  PRIMARY KEY (session, school, starts_at)
);
CREATE TABLE digest (
  school id NOT NULL REFERENCES school,
  friday date NOT NULL,
  PRIMARY KEY (school, friday)
);
COMMENT ON TABLE digest IS 'that a school''s leaders were written to on a Friday, whichever node did it';
CREATE INDEX digest_friday ON digest (friday);
CREATE INDEX leader_asked_starts ON leader_asked (starts_at);

-- Where a class is now: the one room that it may be in.
CREATE TABLE class_room (
  class   id PRIMARY KEY REFERENCES school_class,
  session id NOT NULL REFERENCES session ON DELETE CASCADE
);
COMMENT ON TABLE class_room IS 'the room that a class went into last: it is never in two live ones at once';
