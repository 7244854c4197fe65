-- How a link comes to be: a head's interest, both heads' yes, the agreement, and what its year has besides sessions.
CREATE TABLE agreement_text (
  id        id PRIMARY KEY,
  programme id REFERENCES programme,
  version   int NOT NULL CHECK (version >= 1),
  intro     text NOT NULL CHECK (char_length(intro) BETWEEN 1 AND 2000),
  clauses   text[] NOT NULL CHECK (cardinality(clauses) = 5 AND array_position(clauses, NULL) IS NULL
              AND char_length(array_to_string(clauses, '')) BETWEEN 1 AND 2500),
  made_by   id REFERENCES person,
  made_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (programme, version)
);
COMMENT ON COLUMN agreement_text.programme IS 'none: the text of programmes that have written none';
COMMENT ON COLUMN agreement_text.clauses IS 'release for two trainings, transport to a neutral venue, transport to the partner, hosting a visit, curriculum time; one that a programme does not ask for is empty';
CREATE RULE agreement_text_is_never_changed AS ON UPDATE TO agreement_text DO INSTEAD NOTHING;
INSERT INTO agreement_text (id, version, intro, clauses) VALUES ('agreement000', 1,
  'Our school links one of its classes with a class of another school for a whole school year. Linking works where the school stands behind it, so we agree to the following.',
  ARRAY['We release the class’s teacher for two training sessions, one in the autumn and one in the spring.',
    'We pay for the class’s transport to a neutral venue, where the classes meet in person for the first time.',
    'We pay for the class’s transport to the partner school.',
    'We host a visit of the partner class.',
    'We give curriculum time to linking throughout the year.']);

CREATE TABLE school_agreement (
  id        id PRIMARY KEY,
  school    id NOT NULL REFERENCES school,
  year      int NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  kind      text NOT NULL CHECK (kind IN ('signed', 'paper', 'grace')),
  text      id NOT NULL REFERENCES agreement_text,
  signer    short_line NOT NULL,
  by_person id REFERENCES person,
  at        timestamptz NOT NULL,
  until     timestamptz,
  why       text NOT NULL DEFAULT '' CHECK (char_length(why) <= 300),
  CHECK ((kind = 'grace') = (until IS NOT NULL AND why <> ''))
);
COMMENT ON COLUMN school_agreement.signer IS 'who signed; of a grace, who gave it';
CREATE UNIQUE INDEX school_agreement_once ON school_agreement (school, year) WHERE kind <> 'grace';
CREATE UNIQUE INDEX school_agreement_one_grace ON school_agreement (school, year) WHERE kind = 'grace';
-- Links that are live already go on while their schools sign.
INSERT INTO school_agreement (id, school, year, kind, text, signer, at, until, why)
  SELECT 'g' || substr(md5(s.school || s.year), 1, 11), s.school, s.year, 'grace', 'agreement000', 'Linkroom', now(), now() + interval '30 days', 'Agreements are kept here from now on.'
  FROM (SELECT DISTINCT c.school, l.year FROM link l JOIN link_class lc ON lc.link = l.id JOIN school_class c ON c.id = lc.class WHERE l.state = 'live') s;

-- What each school of a link that is being arranged has said.
CREATE TABLE link_yes (
  link       id NOT NULL REFERENCES link,
  school     id NOT NULL REFERENCES school,
  answer     text NOT NULL DEFAULT 'asked' CHECK (answer IN ('asked', 'yes', 'other')),
  priorities text NOT NULL DEFAULT '' CHECK (char_length(priorities) <= 1000),
  why        text NOT NULL DEFAULT '' CHECK (char_length(why) <= 300),
  said_by    text NOT NULL DEFAULT '' CHECK (char_length(said_by) <= 120),
  by_phone   boolean NOT NULL DEFAULT false,
  by_person  id REFERENCES person,
  at         timestamptz,
  PRIMARY KEY (link, school),
  CHECK ((answer = 'asked') = (at IS NULL))
);
CREATE INDEX link_yes_school ON link_yes (school);

-- What a link's year has besides its sessions.
CREATE TABLE link_item (
  id       id PRIMARY KEY,
  link     id NOT NULL REFERENCES link,
  kind     text NOT NULL CHECK (kind IN ('training-1', 'training-2', 'exchange', 'venue', 'visit', 'celebration')),
  class    id REFERENCES school_class,
  on_day   date NOT NULL,
  host     text NOT NULL DEFAULT '' CHECK (char_length(host) <= 120),
  note     text NOT NULL DEFAULT '' CHECK (char_length(note) <= 1000),
  added_by id NOT NULL REFERENCES person,
  made_at  timestamptz NOT NULL DEFAULT now(),
  CHECK ((kind IN ('training-1', 'training-2')) = (class IS NOT NULL))
);
COMMENT ON COLUMN link_item.class IS 'of a training: whose teacher was there';
CREATE INDEX link_item_link ON link_item (link, on_day);
CREATE UNIQUE INDEX link_item_training ON link_item (link, kind, class) WHERE class IS NOT NULL;

-- A head who would like to link.
CREATE TABLE interest (
  id          id PRIMARY KEY,
  programme   id NOT NULL REFERENCES programme,
  school_name short_line NOT NULL,
  town        short_line NOT NULL,
  phase       text NOT NULL CHECK (phase IN ('primary', 'secondary', 'all-through', 'special', 'partner')),
  character   text NOT NULL,
  head_name   short_line NOT NULL,
  email       text NOT NULL CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  phone       text NOT NULL CHECK (char_length(phone) BETWEEN 1 AND 40),
  years       text NOT NULL CHECK (char_length(years) <= 120),
  hopes       text NOT NULL CHECK (char_length(hopes) <= 2000),
  state       text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'made', 'declined')),
  school      id REFERENCES school,
  at          timestamptz NOT NULL,
  done_by     id REFERENCES person,
  done_at     timestamptz,
  CHECK ((state = 'made') = (school IS NOT NULL)),
  CHECK ((state = 'new') = (done_at IS NULL))
);
CREATE INDEX interest_programme ON interest (programme, state, at DESC);
CREATE INDEX interest_school ON interest (school) WHERE school IS NOT NULL;

CREATE INDEX link_programme_state ON link (programme, state, year DESC, id);
CREATE INDEX link_before ON link (before) WHERE before IS NOT NULL;
