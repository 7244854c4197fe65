-- What counts as contact of a link, and after how long without any its programme hears of it.
ALTER TABLE programme ADD COLUMN quiet_weeks int NOT NULL DEFAULT 4 CHECK (quiet_weeks BETWEEN 1 AND 26);
COMMENT ON COLUMN programme.quiet_weeks IS 'after so many weeks without contact a link stands in the facilitator''s list';
ALTER TABLE link_note
  ADD COLUMN on_day date,
  DROP CONSTRAINT link_note_kind_check,
  ADD CONSTRAINT link_note_kind_check CHECK (kind IN ('message', 'phone', 'mail'));
COMMENT ON COLUMN link_note.on_day IS 'on which day they spoke or wrote; none: when it was entered';
COMMENT ON COLUMN link_note.kind IS 'message: what one teacher wrote here; phone, mail: that they spoke, or wrote elsewhere';
