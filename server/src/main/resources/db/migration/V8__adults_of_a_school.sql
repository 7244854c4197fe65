-- Whom a school has confirmed: an adult with an address from outside, and each half year all of them.
ALTER TABLE school ADD COLUMN made_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE school ADD CONSTRAINT school_phone_is_short CHECK (char_length(phone) <= 40);
ALTER TABLE programme
  ADD CONSTRAINT programme_phone_is_short CHECK (char_length(phone) <= 40),
  ADD CONSTRAINT programme_email_is_one CHECK (email = '' OR email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254);

-- The head knows an adult whose address is not of the school. Without this row she waits outside.
CREATE TABLE outside_adult (
  school       id NOT NULL REFERENCES school,
  person       id NOT NULL REFERENCES person,
  confirmed_at timestamptz NOT NULL,
  confirmed_by id NOT NULL REFERENCES person,
  PRIMARY KEY (school, person)
);
CREATE INDEX outside_adult_person ON outside_adult (person);

-- Each September and January the school says who is still with it.
CREATE TABLE adults_round (
  school       id NOT NULL REFERENCES school,
  round        date NOT NULL CHECK (extract(day FROM round) = 1 AND extract(month FROM round) IN (1, 9)),
  asked_at     timestamptz,
  again_at     timestamptz,
  confirmed_at timestamptz,
  confirmed_by id REFERENCES person,
  PRIMARY KEY (school, round),
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
);
COMMENT ON COLUMN adults_round.round IS 'the first day of the half year that it is for';
CREATE INDEX adults_round_open ON adults_round (round, asked_at) WHERE confirmed_at IS NULL;
