-- What is kept and for how long; the times stand in safety/Retention.

-- A line of the audit log is never changed, and never deleted before its year is over.
DROP RULE audit_is_never_changed ON audit;
CREATE FUNCTION audit_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - interval '8760 hours' THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'a line of the audit log is never changed';
END $$;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION audit_is_never_changed();
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_never_changed();
CREATE INDEX audit_at ON audit (at);
CREATE INDEX room_journal_at ON room_journal (at);

-- A mail that did not go out is tried again, by whichever node is first.
ALTER TABLE mail
  ADD COLUMN until      timestamptz,
  ADD COLUMN tries      int NOT NULL DEFAULT 0,
  ADD COLUMN next_at    timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN gave_up_at timestamptz;
UPDATE mail SET until = made_at + interval '30 minutes';
UPDATE mail SET gave_up_at = now() WHERE sent_at IS NULL;
ALTER TABLE mail ALTER COLUMN until SET NOT NULL;
COMMENT ON COLUMN mail.until IS 'until when what the mail leads to is good; its body is kept no longer';
CREATE INDEX mail_due ON mail (next_at) WHERE sent_at IS NULL AND gave_up_at IS NULL;

-- A concern is handed over to its reader; after that a pointer to it is kept, without its words.
ALTER TABLE concern
  ADD COLUMN body_hash text,
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT concern_has_a_reader CHECK (reader IS NOT NULL OR token IS NOT NULL OR erased_at IS NOT NULL),
  ADD CONSTRAINT concern_is_erased_whole CHECK (erased_at IS NULL
    OR (body = '' AND contact = '' AND token IS NULL AND body_hash IS NOT NULL));
COMMENT ON COLUMN concern.body_hash IS 'SHA-256 of id, colon, body: shows later that a copy is the text that was raised';
CREATE UNIQUE INDEX concern_token ON concern (token);

-- The governors are whom a concern goes to when there is nobody else, so they can always be written to.
ALTER TABLE school ADD CONSTRAINT school_governors_email
  CHECK (governors_email ~ '^[^@\s]+@[^@\s]+$' AND char_length(governors_email) <= 254);
