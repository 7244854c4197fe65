-- Whoever becomes an adult of a class is invited to what is agreed already: the job that writes looks at those sessions once
-- more. Said when it happens, so that nobody has to look through all sessions every few seconds.
CREATE FUNCTION role_is_told_of_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE session SET told_turn = -1
  WHERE link IN (SELECT link FROM link_class WHERE class = NEW.class) AND state IN ('agreed', 'open') AND told_turn = turn
    AND EXISTS (SELECT 1 FROM session_told t WHERE t.session = session.id AND t.invited);
  RETURN NULL;
END $$;
CREATE TRIGGER role_is_told_of_sessions AFTER INSERT ON role FOR EACH ROW WHEN (NEW.class IS NOT NULL)
  EXECUTE FUNCTION role_is_told_of_sessions();
