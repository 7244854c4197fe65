-- What a mail was about, and the invitation that goes with it, so that it lands in a calendar.
ALTER TABLE mail
  ADD COLUMN kind   text NOT NULL DEFAULT 'letter' CHECK (kind ~ '^[a-z-]{1,30}$'),
  ADD COLUMN invite text CHECK (char_length(invite) <= 20000);
COMMENT ON COLUMN mail.invite IS 'an iCalendar text; it goes as soon as the mail''s own text does';
CREATE INDEX mail_gave_up ON mail (gave_up_at DESC) WHERE gave_up_at IS NOT NULL;

-- Which of a session's changes its adults were written to about.
ALTER TABLE session ADD COLUMN told_turn int NOT NULL DEFAULT -1;
UPDATE session SET told_turn = turn;
COMMENT ON COLUMN session.told_turn IS 'the turn up to which mails were made; a session whose turn is higher waits for the job that writes them';
CREATE INDEX session_untold ON session (starts_at) WHERE told_turn < turn;

-- What each adult was last told of a session, so that each change is told once, and says what changed.
CREATE TABLE session_told (
  session   id NOT NULL REFERENCES session ON DELETE CASCADE,
  person    id NOT NULL REFERENCES person,
  state     text NOT NULL CHECK (state IN ('proposed', 'agreed', 'cancelled')),
  starts_at timestamptz NOT NULL,
  minutes   int NOT NULL,
  invited   boolean NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (session, person)
);
COMMENT ON COLUMN session_told.invited IS 'whether an invitation was sent, which a calling off takes back';
CREATE INDEX session_told_person ON session_told (person);

-- That somebody was reminded, whichever node did it.
CREATE TABLE session_reminder (
  session   id NOT NULL REFERENCES session ON DELETE CASCADE,
  person    id NOT NULL REFERENCES person,
  ahead     text NOT NULL CHECK (ahead IN ('week', 'day', 'hour')),
  starts_at timestamptz NOT NULL,
  PRIMARY KEY (session, person, ahead, starts_at)
);
CREATE INDEX session_reminder_starts ON session_reminder (starts_at);
CREATE INDEX session_reminder_person ON session_reminder (person);
