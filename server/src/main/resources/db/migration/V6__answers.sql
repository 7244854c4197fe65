-- How commands were answered, a row a commit: were Redis lost, a page that did not get its answer would say its command
-- again, and it would happen twice. Not logged: it counts only where Redis is lost, and then PostgreSQL stands.
CREATE UNLOGGED TABLE room_answer (
  room    id NOT NULL,
  version bigint NOT NULL,
  commit  text NOT NULL,
  at      timestamptz NOT NULL,
  tabs    text NOT NULL,
  PRIMARY KEY (room, version, commit)
);
CREATE INDEX room_answer_at ON room_answer (at);
