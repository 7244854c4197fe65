-- The run plan that the classes of a session chose, as they edited it; nothing where they just talk.
ALTER TABLE session ADD COLUMN run_plan text;
COMMENT ON COLUMN session.run_plan IS 'the plan and who starts, as JSON of the room''s own form; no child''s word is in it';
