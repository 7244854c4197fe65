-- Where a line of the audit log is read: at every programme and school that its subject belongs to, found as it is written.
-- A place stays with its lines when the place itself is deleted, so it refers to nothing.
CREATE TABLE audit_place (
  place id NOT NULL,
  line  bigint NOT NULL REFERENCES audit ON DELETE CASCADE,
  PRIMARY KEY (place, line)
);
CREATE INDEX audit_place_line ON audit_place (line);
COMMENT ON TABLE audit_place IS 'the programmes and schools that may read a line of the audit log; it goes with its line';

-- That a concern was raised is no school's to read: it may be about whoever reads the log there. Its programme may.
CREATE FUNCTION audit_places(subject text) RETURNS TABLE (place text) LANGUAGE sql STABLE AS $$
  WITH found AS (
    SELECT p.id AS programme, NULL::text AS school FROM programme p WHERE p.id = subject
    UNION ALL SELECT s.programme, s.id FROM school s WHERE s.id = subject
    UNION ALL SELECT s.programme, s.id FROM school_class c JOIN school s ON s.id = c.school WHERE c.id = subject
    UNION ALL SELECT l.programme, c.school FROM link l
      LEFT JOIN link_class lc ON lc.link = l.id LEFT JOIN school_class c ON c.id = lc.class WHERE l.id = subject
    UNION ALL SELECT l.programme, c.school FROM session x JOIN link l ON l.id = x.link
      JOIN link_class lc ON lc.link = l.id JOIN school_class c ON c.id = lc.class WHERE x.id = subject
    UNION ALL SELECT coalesce(r.programme, s.programme), s.id FROM role r LEFT JOIN school_class c ON c.id = r.class
      LEFT JOIN school s ON s.id = coalesce(r.school, c.school) WHERE r.person = subject
    UNION ALL SELECT s.programme, s.id FROM school_class c JOIN school s ON s.id = c.school WHERE c.lead = subject
    UNION ALL SELECT s.programme, NULL FROM concern k JOIN school s ON s.id = k.school WHERE k.id = subject
    UNION ALL SELECT s.programme, s.id FROM cover_pass v JOIN school_class c ON c.id = v.class
      JOIN school s ON s.id = c.school WHERE v.id = subject
    UNION ALL SELECT s.programme, s.id FROM board b JOIN school_class c ON c.id = b.class
      JOIN school s ON s.id = c.school WHERE b.id = subject)
  SELECT programme FROM found WHERE programme IS NOT NULL UNION SELECT school FROM found WHERE school IS NOT NULL
$$;

CREATE FUNCTION audit_finds_its_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_place (place, line) SELECT place, NEW.id FROM audit_places(NEW.subject);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_finds_its_places AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_finds_its_places();
INSERT INTO audit_place (place, line) SELECT p.place, a.id FROM audit a, LATERAL audit_places(a.subject) p;

CREATE INDEX audit_who ON audit (who, id);
CREATE INDEX audit_what ON audit (what text_pattern_ops, id);
CREATE INDEX concern_school ON concern (school, at);

-- What the job that forgets did, so that the network's page can tell of it.
CREATE TABLE forgotten (
  what  text NOT NULL,
  at    timestamptz NOT NULL,
  rows  int NOT NULL CHECK (rows > 0)
);
CREATE INDEX forgotten_what ON forgotten (what, at DESC);
CREATE INDEX forgotten_at ON forgotten (at);
-- For how long things are kept, where the network chose otherwise than is usual; the bounds stand in safety/Kept.
CREATE TABLE kept_for (
  what text PRIMARY KEY,
  days int NOT NULL CHECK (days BETWEEN 1 AND 4000)
);

-- Whom a concern about a head goes on to, and what its reader did with it.
ALTER TABLE programme ADD COLUMN lado text NOT NULL DEFAULT '' CHECK (char_length(lado) <= 300);
COMMENT ON COLUMN programme.lado IS 'how to reach the local authority''s designated officer for allegations about adults';
ALTER TABLE concern
  ADD COLUMN handed_at   timestamptz,
  ADD COLUMN handed_note text NOT NULL DEFAULT '' CHECK (char_length(handed_note) <= 300);
COMMENT ON COLUMN concern.handed_note IS 'where it went, in the reader''s words: "our record, 24 November"; never what it says';
