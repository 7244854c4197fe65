-- A great room held for trying: no link, no class, no child is in it.
CREATE TABLE rehearsal (
  id        id PRIMARY KEY,
  title     text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
  starts_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL CHECK (ends_at > starts_at)
);
CREATE INDEX rehearsal_end ON rehearsal (ends_at);
