-- The network: who links with whom. Adults only; no pupil is ever a row.
-- Ids are made by the server: a letter, then letters and digits, 12 in all.
CREATE DOMAIN id AS text CHECK (value ~ '^[a-z][a-z0-9]{11}$');
CREATE DOMAIN short_line AS text CHECK (value = btrim(value) AND char_length(value) BETWEEN 1 AND 120 AND value !~ '[[:cntrl:]]');

CREATE TABLE programme (
  id      id PRIMARY KEY,
  name    short_line NOT NULL UNIQUE,
  email   text,
  phone   text
);
CREATE TABLE programme_alias (
  alias     short_line PRIMARY KEY,
  programme id NOT NULL REFERENCES programme
);

CREATE TABLE person (
  id      id PRIMARY KEY,
  name    short_line NOT NULL,
  email   text NOT NULL UNIQUE CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  left_at timestamptz
);

CREATE TABLE school (
  id              id PRIMARY KEY,
  programme       id NOT NULL REFERENCES programme,
  name            short_line NOT NULL,
  town            short_line NOT NULL,
  phase           text NOT NULL CHECK (phase IN ('primary', 'secondary', 'all-through', 'special')),
  character       text NOT NULL CHECK (character IN ('non-denominational', 'church-of-england', 'catholic', 'muslim', 'hindu', 'sikh', 'jewish', 'methodist', 'greek-orthodox', 'independent-christian')),
  phone           text NOT NULL,
  governors_email text NOT NULL,
  camera          text NOT NULL DEFAULT 'wide' CHECK (camera IN ('wide', 'hands', 'none')),
  UNIQUE (programme, name)
);

CREATE TABLE school_class (
  id         id PRIMARY KEY,
  school     id NOT NULL REFERENCES school,
  label      short_line NOT NULL,
  year_group int NOT NULL CHECK (year_group BETWEEN 0 AND 13),
  size       int NOT NULL CHECK (size BETWEEN 1 AND 60),
  motto      text NOT NULL DEFAULT '' CHECK (char_length(motto) <= 120),
  lead       id NOT NULL REFERENCES person,
  year       int NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  UNIQUE (school, label, year)
);
COMMENT ON COLUMN school_class.year IS 'the calendar year in which the school year begins';
CREATE INDEX school_class_lead ON school_class (lead);

-- A role is held for one thing: the network, a programme, a school or a class. Which, its kind says.
CREATE TABLE role (
  person    id NOT NULL REFERENCES person,
  kind      text NOT NULL CHECK (kind IN ('coordinator', 'facilitator', 'headteacher', 'office', 'safeguarding', 'teacher', 'cover', 'assistant')),
  programme id REFERENCES programme,
  school    id REFERENCES school,
  class     id REFERENCES school_class,
  CHECK (CASE kind
    WHEN 'coordinator' THEN num_nonnulls(programme, school, class) = 0
    WHEN 'facilitator' THEN programme IS NOT NULL AND num_nonnulls(school, class) = 0
    WHEN 'headteacher' THEN school IS NOT NULL AND num_nonnulls(programme, class) = 0
    WHEN 'office' THEN school IS NOT NULL AND num_nonnulls(programme, class) = 0
    WHEN 'safeguarding' THEN school IS NOT NULL AND num_nonnulls(programme, class) = 0
    ELSE class IS NOT NULL AND num_nonnulls(programme, school) = 0
  END),
  UNIQUE NULLS NOT DISTINCT (person, kind, programme, school, class)
);
CREATE INDEX role_programme ON role (programme) WHERE programme IS NOT NULL;
CREATE INDEX role_school ON role (school) WHERE school IS NOT NULL;
CREATE INDEX role_class ON role (class) WHERE class IS NOT NULL;

CREATE TABLE link (
  id        id PRIMARY KEY,
  programme id NOT NULL REFERENCES programme,
  year      int NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  ended_at  timestamptz
);
CREATE INDEX link_programme ON link (programme);
-- Two classes, at times three; halves of one class are two rows of school_class.
CREATE TABLE link_class (
  link  id NOT NULL REFERENCES link,
  class id NOT NULL REFERENCES school_class,
  place int NOT NULL CHECK (place BETWEEN 0 AND 2),
  PRIMARY KEY (link, class),
  UNIQUE (link, place)
);
CREATE INDEX link_class_class ON link_class (class);

CREATE TABLE session (
  id          id PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('link-up', 'teachers-call')),
  link        id NOT NULL REFERENCES link,
  state       text NOT NULL CHECK (state IN ('proposed', 'agreed', 'open', 'live', 'ended', 'cancelled')),
  starts_at   timestamptz NOT NULL,
  minutes     int NOT NULL CHECK (minutes BETWEEN 5 AND 120),
  note        text NOT NULL DEFAULT '' CHECK (char_length(note) <= 1000),
  proposed_by id NOT NULL REFERENCES person,
  by_class    id REFERENCES school_class,
  opened_at   timestamptz,
  live_at     timestamptz,
  ended_at    timestamptz,
  why         text,
  turn        int NOT NULL DEFAULT 0
);
COMMENT ON COLUMN session.by_class IS 'whose proposal it is: the other class accepts it';
COMMENT ON COLUMN session.turn IS 'counts the changes; a form that was opened before the last change is told so';
CREATE INDEX session_link ON session (link, starts_at);
CREATE INDEX session_due ON session (state, starts_at) WHERE state IN ('proposed', 'agreed', 'open', 'live');

-- The teachers' thread beside a link: what they wrote, and that they spoke by phone.
CREATE TABLE link_note (
  id     id PRIMARY KEY,
  link   id NOT NULL REFERENCES link,
  at     timestamptz NOT NULL DEFAULT now(),
  author id NOT NULL REFERENCES person,
  kind   text NOT NULL CHECK (kind IN ('message', 'phone')),
  body   text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 2000)
);
CREATE INDEX link_note_link ON link_note (link, at);

-- Who did what to whom: never changed, never with a child's name or words.
CREATE TABLE audit (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL DEFAULT now(),
  who     id REFERENCES person,
  what    text NOT NULL,
  subject text NOT NULL,
  detail  jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_subject ON audit (subject, at);
CREATE RULE audit_is_never_changed AS ON UPDATE TO audit DO INSTEAD NOTHING;

-- The live room's memory: each part as last committed, and the line of what happened.
CREATE TABLE room_part (
  room    id NOT NULL,
  part    text NOT NULL,
  version bigint NOT NULL,
  commit  text NOT NULL,
  body    jsonb,
  PRIMARY KEY (room, part)
);
CREATE TABLE room_journal (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  line    text NOT NULL UNIQUE,
  room    id NOT NULL,
  at      timestamptz NOT NULL,
  what    text NOT NULL,
  class   id,
  person  id,
  device  text,
  detail  jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN room_journal.line IS 'commit id and place in it, or presence id: a line written twice stands once';
CREATE INDEX room_journal_room ON room_journal (room, at);
