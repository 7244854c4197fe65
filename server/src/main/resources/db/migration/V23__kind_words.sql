-- That a kind mail was written once: that the partner waits, that a session did not come about, that a device will not do.
CREATE TABLE kind_word (
  session id NOT NULL REFERENCES session ON DELETE CASCADE,
  what    text NOT NULL CHECK (what IN ('waiting', 'missed', 'device')),
  about   id NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (session, what, about)
);
COMMENT ON COLUMN kind_word.about IS 'waiting: the class that was not there yet; device: the check; missed: the session itself';
CREATE INDEX kind_word_at ON kind_word (at);
