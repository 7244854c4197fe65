-- What a class needs in a lesson, as its teacher says; of the class, never of a child.
ALTER TABLE school_class
  ADD COLUMN calm boolean NOT NULL DEFAULT false,
  ADD COLUMN hushed boolean NOT NULL DEFAULT false,
  ADD COLUMN longer boolean NOT NULL DEFAULT false,
  ADD COLUMN ground_rules text NOT NULL DEFAULT '' CHECK (char_length(ground_rules) <= 500);
COMMENT ON COLUMN school_class.calm IS 'nothing moves on its screens that need not';
COMMENT ON COLUMN school_class.hushed IS 'its screens make no sudden sound';
COMMENT ON COLUMN school_class.longer IS 'thinking time is half as long again, for both classes';
COMMENT ON COLUMN school_class.ground_rules IS 'its own ground rules, one a line';
