-- A concern that nobody has read is told of once more.
ALTER TABLE concern ADD COLUMN reminded_at timestamptz;
CREATE INDEX concern_unread ON concern (at) WHERE read_at IS NULL AND erased_at IS NULL AND reminded_at IS NULL;
