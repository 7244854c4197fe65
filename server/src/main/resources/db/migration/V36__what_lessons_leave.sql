-- What a lesson leaves when its session is over: the run sheet as it went, with what adults of both
-- classes wrote or approved, and counts of classes. Never a child's answer.
CREATE TABLE lesson_kept (
  session id PRIMARY KEY REFERENCES session,
  link id NOT NULL REFERENCES link,
  starts_at timestamptz NOT NULL,
  parts jsonb NOT NULL
);
CREATE INDEX lesson_kept_link ON lesson_kept (link, starts_at);
COMMENT ON COLUMN lesson_kept.parts IS 'the room''s parts of the lesson, by name, in the room''s own form';

-- The question garden of a link: questions of a class that wait for the next lesson with a question
-- board, because they were prepared, came with a parcel, or were left over.
CREATE TABLE garden_question (
  id id PRIMARY KEY,
  link id NOT NULL REFERENCES link,
  class id NOT NULL REFERENCES school_class,
  words text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 160),
  grown boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  asked id REFERENCES session
);
CREATE INDEX garden_question_link ON garden_question (link, at);
CREATE INDEX garden_question_class ON garden_question (class);
CREATE INDEX garden_question_asked ON garden_question (asked) WHERE asked IS NOT NULL;
COMMENT ON COLUMN garden_question.grown IS 'left over from a lesson';
COMMENT ON COLUMN garden_question.asked IS 'the session in which it was answered; nothing while it waits';

-- Whose lesson has been looked at after its end. Those of before have left nothing.
ALTER TABLE session ADD COLUMN gathered boolean NOT NULL DEFAULT false;
UPDATE session SET gathered = true WHERE state = 'ended';
CREATE INDEX session_gathered ON session (id) WHERE state = 'ended' AND NOT gathered;
