-- What surrounds a link: whom a programme serves, how a school wishes to be met, what a link is and how far it has come.
ALTER TABLE programme
  ADD COLUMN recruiting  boolean NOT NULL DEFAULT true,
  ADD COLUMN team        text NOT NULL DEFAULT '' CHECK (char_length(team) <= 120),
  ADD COLUMN website     text NOT NULL DEFAULT '' CHECK (website = '' OR website ~ '^https://[^\s]{1,200}$'),
  ADD COLUMN archived_at timestamptz;
COMMENT ON COLUMN programme.team IS 'how the local team calls itself, if not by the place';

ALTER TABLE school DROP CONSTRAINT school_phase_check;
ALTER TABLE school
  ADD CONSTRAINT school_phase_check CHECK (phase IN ('primary', 'secondary', 'all-through', 'special', 'partner')),
  ADD COLUMN governance  text NOT NULL DEFAULT 'community' CHECK (governance IN ('community', 'voluntary-aided', 'voluntary-controlled', 'foundation', 'academy', 'free', 'independent', 'other')),
  ADD COLUMN email       text NOT NULL DEFAULT '' CHECK (email = '' OR email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  ADD COLUMN domains     text[] NOT NULL DEFAULT '{}',
  ADD COLUMN photos      text NOT NULL DEFAULT 'faces' CHECK (photos IN ('faces', 'no-faces', 'none')),
  ADD COLUMN names       text NOT NULL DEFAULT 'first' CHECK (names IN ('first', 'none')),
  ADD COLUMN leader_yes  text NOT NULL DEFAULT 'standing' CHECK (leader_yes IN ('standing', 'each')),
  ADD COLUMN archived_at timestamptz;
COMMENT ON COLUMN school.phase IS 'partner: no school, but a group that a class is linked with, such as a care home';
COMMENT ON COLUMN school.domains IS 'the mail domains of its adults; an adult with another address needs the head''s yes. Empty: any';
COMMENT ON COLUMN school.leader_yes IS 'whether a senior leader says yes once, with the agreement, or to each session';
CREATE INDEX school_programme ON school (programme, name);

ALTER TABLE school_class
  ADD COLUMN archived_at timestamptz,
  DROP CONSTRAINT school_class_year_group_check,
  ADD CONSTRAINT school_class_year_group_check CHECK (year_group BETWEEN -1 AND 13);
COMMENT ON COLUMN school_class.year_group IS '0: reception; -1: a partner''s group, which is in no school year';
CREATE INDEX school_class_school ON school_class (school, year);

ALTER TABLE person ADD COLUMN phone text NOT NULL DEFAULT '' CHECK (char_length(phone) <= 40);

ALTER TABLE role ADD COLUMN since timestamptz NOT NULL DEFAULT now();
CREATE INDEX role_person ON role (person);

ALTER TABLE link
  ADD COLUMN kind      text NOT NULL DEFAULT 'between' CHECK (kind IN ('between', 'within', 'halves', 'special', 'partner')),
  ADD COLUMN state     text NOT NULL DEFAULT 'live' CHECK (state IN ('brokered', 'live', 'ended')),
  ADD COLUMN made_at   timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN live_at   timestamptz,
  ADD COLUMN ended_why text NOT NULL DEFAULT '' CHECK (char_length(ended_why) <= 300),
  ADD COLUMN before    id REFERENCES link;
UPDATE link SET live_at = now(), state = CASE WHEN ended_at IS NULL THEN 'live' ELSE 'ended' END;
ALTER TABLE link ADD CONSTRAINT link_ends_whole CHECK ((state = 'ended') = (ended_at IS NOT NULL));
COMMENT ON COLUMN link.kind IS 'between two schools; within one; halves of one class; special and mainstream; with another partner';
COMMENT ON COLUMN link.state IS 'brokered: both heads have not agreed yet, no session can be held';
COMMENT ON COLUMN link.before IS 'the link of the year before that it goes on with';
