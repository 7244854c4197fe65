-- What one class of a link sends the other: pictures, words and a sound, each approved by an adult of its own class.
-- They go with the link's school year; what is on record after that is only that a parcel was sent.
CREATE TABLE parcel (
  id         id PRIMARY KEY,
  link       id NOT NULL REFERENCES link,
  class      id NOT NULL REFERENCES school_class,
  words      text NOT NULL DEFAULT '' CHECK (char_length(words) <= 2000),
  sound      bytea CHECK (octet_length(sound) <= 8388608),
  sound_type text NOT NULL DEFAULT '' CHECK (sound_type IN ('', 'audio/mpeg', 'audio/mp4', 'audio/wav')),
  transcript text NOT NULL DEFAULT '' CHECK (char_length(transcript) <= 4000),
  made_by    id NOT NULL REFERENCES person,
  made_at    timestamptz NOT NULL,
  sent_by    id REFERENCES person,
  sent_at    timestamptz,
  CHECK ((sound IS NULL) = (sound_type = '')),
  CHECK (sound IS NULL OR transcript <> ''),
  CHECK ((sent_by IS NULL) = (sent_at IS NULL))
);
COMMENT ON TABLE parcel IS 'one without a time of sending is being packed; its class has one of those at most';
CREATE UNIQUE INDEX parcel_packing ON parcel (link, class) WHERE sent_at IS NULL;
CREATE INDEX parcel_link ON parcel (link, sent_at);
CREATE INDEX parcel_class ON parcel (class);
ALTER TABLE parcel ALTER COLUMN sound SET STORAGE EXTERNAL;

-- Written anew by the server: nothing of what a camera hides in a file is left.
CREATE TABLE picture (
  id          id PRIMARY KEY,
  parcel      id NOT NULL REFERENCES parcel ON DELETE CASCADE,
  alt         text NOT NULL CHECK (char_length(alt) BETWEEN 1 AND 200),
  width       int NOT NULL,
  height      int NOT NULL,
  large       bytea NOT NULL CHECK (octet_length(large) <= 2097152),
  small       bytea NOT NULL CHECK (octet_length(small) <= 524288),
  made_by     id NOT NULL REFERENCES person,
  made_at     timestamptz NOT NULL,
  approved_by id REFERENCES person,
  approved_at timestamptz,
  approved_as text NOT NULL DEFAULT '' CHECK (approved_as IN ('', 'faces', 'no-faces')),
  CHECK ((approved_as = '') = (approved_at IS NULL))
);
COMMENT ON COLUMN picture.approved_as IS 'the schools'' rule for pictures that it was approved under: a stricter one hides it';
CREATE INDEX picture_parcel ON picture (parcel, made_at);
ALTER TABLE picture ALTER COLUMN large SET STORAGE EXTERNAL, ALTER COLUMN small SET STORAGE EXTERNAL;

-- What a class made of a parcel that came.
CREATE TABLE parcel_answer (
  parcel    id NOT NULL REFERENCES parcel ON DELETE CASCADE,
  class     id NOT NULL REFERENCES school_class,
  opened_at timestamptz NOT NULL,
  noticed   text NOT NULL DEFAULT '' CHECK (char_length(noticed) <= 300),
  reply     text NOT NULL DEFAULT '' CHECK (char_length(reply) <= 1000),
  answered_by id REFERENCES person,
  answered_at timestamptz,
  PRIMARY KEY (parcel, class),
  CHECK ((answered_at IS NULL) = (noticed = ''))
);
CREATE INDEX parcel_answer_class ON parcel_answer (class);
