-- What pages of a great network ask for, found without reading whole tables.
-- Adults by name, to read a code to.
CREATE INDEX person_name ON person (name, id) WHERE left_at IS NULL;
-- Who looks after the network.
CREATE INDEX role_coordinator ON role (person) WHERE kind = 'coordinator';
-- What a school signed, and what it was given until it signs.
CREATE INDEX school_agreement_school ON school_agreement (school, year);
-- What is kept of a class, to give it out.
CREATE INDEX help_request_class ON help_request (class) WHERE class IS NOT NULL;
CREATE INDEX kit_check_class ON kit_check (class) WHERE class IS NOT NULL;

-- What is looked for every few moments, by no page.
CREATE INDEX room_journal_end ON room_journal (room, at) WHERE what = 'room.end';
CREATE INDEX mail_text ON mail (until) WHERE body <> '';
