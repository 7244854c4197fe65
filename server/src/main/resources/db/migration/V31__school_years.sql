-- A class of a school year takes the place of one of the year before; what that one did stays with it.
ALTER TABLE school_class ADD COLUMN before id REFERENCES school_class;
COMMENT ON COLUMN school_class.before IS 'the class of the school year before that it goes on from, or whose place it takes';
CREATE UNIQUE INDEX school_class_before ON school_class (before) WHERE before IS NOT NULL;
CREATE INDEX school_class_year ON school_class (school, year) WHERE archived_at IS NULL;

-- Its schools would like to link again; the new link is made as soon as each of its classes has one that follows it.
ALTER TABLE link ADD COLUMN again boolean NOT NULL DEFAULT false;
CREATE INDEX link_again ON link (programme) WHERE again;

-- Since when somebody is signed in at a device, for her own page.
ALTER TABLE sign_in ADD COLUMN began_at timestamptz NOT NULL DEFAULT now();
