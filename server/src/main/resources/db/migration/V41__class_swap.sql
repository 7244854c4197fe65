-- A class swap has a room for each class, side by side: the first class's is the session itself, each other one stands
-- beside it and is made when somebody first comes to it. It has no proposal, mails or yes of its own.
ALTER TABLE session DROP CONSTRAINT session_kind_check;
ALTER TABLE session
  ADD CONSTRAINT session_kind_check CHECK (kind IN ('link-up', 'teachers-call', 'swap')),
  ADD COLUMN beside id REFERENCES session ON DELETE SET NULL,
  ADD COLUMN taught id REFERENCES school_class,
  ADD CONSTRAINT session_taught CHECK ((taught IS NOT NULL) = (kind = 'swap'));
COMMENT ON COLUMN session.beside IS 'of a class swap''s further room: the session that it belongs to';
COMMENT ON COLUMN session.taught IS 'of a class swap''s further room: the class that is in it, led by another class''s teacher';
CREATE UNIQUE INDEX session_beside ON session (beside, taught);
