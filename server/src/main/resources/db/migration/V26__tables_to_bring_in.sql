-- A table of schools, classes and adults that was sent to be looked at, until it is brought in or forgotten a day later.
CREATE TABLE import_file (
  id        id PRIMARY KEY,
  programme id NOT NULL REFERENCES programme,
  by_person id NOT NULL REFERENCES person,
  body      text NOT NULL CHECK (octet_length(body) <= 4194304),
  made_at   timestamptz NOT NULL
);
COMMENT ON COLUMN import_file.body IS 'the table as text; it holds adults'' names and addresses, never a child''s';
CREATE INDEX import_file_made ON import_file (made_at);
CREATE INDEX import_file_programme ON import_file (programme);
