package org.linkroom.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// How often links, classes, schools and programmes met, and for how long. A call of two teachers
/// is no meeting of their classes and is not counted.
public final class Tallies {
  private static final String COUNTS =
      """
      count(a.session) FILTER (WHERE a.outcome = 'met') AS met, count(a.session) FILTER (WHERE a.outcome = 'not-met') AS notmet,
        count(a.session) FILTER (WHERE a.outcome = 'called-off') AS off, count(a.session) FILTER (WHERE a.outcome = 'lapsed') AS lapsed""";

  private static final String MINE =
      """
      (attendance_class ac JOIN attendance a ON a.session = ac.session AND a.kind = 'link-up')""";

  static final String LINKS =
      """
      SELECT l.id, l.kind, (SELECT string_agg(c.label || ', ' || s.name, ' · ' ORDER BY lc.place) FROM link_class lc
          JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school WHERE lc.link = l.id) AS classes,
        @counts, coalesce(sum(a.minutes), 0) AS minutes
      FROM link l LEFT JOIN attendance a ON a.link = l.id AND a.kind = 'link-up'
      WHERE l.year = $2 AND @where AND (l.state = 'live' OR l.live_at IS NOT NULL OR a.session IS NOT NULL)
      GROUP BY l.id ORDER BY classes, l.id LIMIT 10000""";

  static final String CLASSES =
      """
      SELECT c.label, s.name AS school, c.size, @counts, coalesce(sum(ac.minutes), 0) AS minutes
      FROM school_class c JOIN school s ON s.id = c.school LEFT JOIN @mine ON ac.class = c.id AND ac.year = $2
      WHERE @where AND (c.year = $2 OR ac.session IS NOT NULL)
      GROUP BY c.id, s.id ORDER BY s.name, c.label, c.id LIMIT 10000""";

  static final String SCHOOLS =
      """
      SELECT s.id, s.name, s.phase, count(DISTINCT ac.class) FILTER (WHERE a.outcome = 'met') AS classes,
        count(DISTINCT a.session) FILTER (WHERE a.outcome = 'met') AS met, count(DISTINCT a.session) FILTER (WHERE a.outcome = 'not-met') AS notmet,
        count(DISTINCT a.session) FILTER (WHERE a.outcome = 'called-off') AS off, count(DISTINCT a.session) FILTER (WHERE a.outcome = 'lapsed') AS lapsed,
        coalesce(sum(ac.minutes), 0) AS minutes
      FROM school s LEFT JOIN @mine ON ac.school = s.id AND ac.year = $2
      WHERE s.programme = $1 AND (s.archived_at IS NULL OR ac.session IS NOT NULL)
      GROUP BY s.id ORDER BY s.name, s.id LIMIT 10000""";

  static final String PROGRAMMES =
      """
      SELECT p.id, p.name, (SELECT count(*) FROM link l WHERE l.programme = p.id AND l.year = $1 AND (l.state = 'live' OR l.live_at IS NOT NULL)) AS links,
        f.met, f.notmet, f.off, f.lapsed, f.minutes, k.classes, k.children
      FROM programme p
      LEFT JOIN LATERAL (SELECT @counts, coalesce(sum(a.minutes), 0) AS minutes FROM attendance a
        WHERE a.programme = p.id AND a.year = $1 AND a.kind = 'link-up') f ON true
      LEFT JOIN LATERAL (SELECT count(*) AS classes, coalesce(sum(c.size), 0) AS children FROM school_class c WHERE c.id IN (
        SELECT ac.class FROM @mine WHERE ac.programme = p.id AND ac.year = $1 AND ac.met)) k ON true
      WHERE p.archived_at IS NULL OR f.met + f.notmet + f.off + f.lapsed > 0 ORDER BY p.name""";

  private final Records records;

  /// Make the reader.
  public Tallies(Records records) {
    this.records = records;
  }

  /// Sessions by what became of them, and minutes.
  public record Counts(long met, long notMet, long calledOff, long lapsed, long minutes) {}

  /// A link; its minutes are those for which the door was open.
  public record OfLink(Id id, String kind, String classes, Counts counts) {}

  /// A class; its minutes are those for which a device of it was connected.
  public record OfClass(String label, String school, int size, Counts counts) {}

  /// A school with how many of its classes met.
  public record OfSchool(Id id, String name, String phase, long classes, Counts counts) {}

  /// A programme with its links, which of its schools' classes met, and how many children are in
  /// those.
  public record OfProgramme(
      Id id, String name, long links, long classes, long children, Counts counts) {}

  /// The links that have begun, also those that have not met yet.
  public Future<List<OfLink>> links(Place place) {
    return records.list(
        links(place.kind()),
        row ->
            new OfLink(
                Records.id(row, "id"),
                row.getString("kind"),
                row.getString("classes"),
                counts(row)),
        place.id(),
        place.year());
  }

  /// The classes, also those that have not met yet.
  public Future<List<OfClass>> classes(Place place) {
    return records.list(
        classes(place.kind()),
        row ->
            new OfClass(
                row.getString("label"),
                row.getString("school"),
                row.getInteger("size"),
                counts(row)),
        place.id(),
        place.year());
  }

  /// A programme's schools. What two classes of one school had together counts once.
  public Future<List<OfSchool>> schools(Id programme, int year) {
    return records.list(
        sql(SCHOOLS, "", MINE),
        row ->
            new OfSchool(
                Records.id(row, "id"),
                row.getString("name"),
                row.getString("phase"),
                row.getLong("classes"),
                counts(row)),
        programme,
        year);
  }

  /// All programmes.
  public Future<List<OfProgramme>> programmes(int year) {
    return records.list(
        sql(PROGRAMMES, "", MINE),
        row ->
            new OfProgramme(
                Records.id(row, "id"),
                row.getString("name"),
                row.getLong("links"),
                row.getLong("classes"),
                row.getLong("children"),
                counts(row)),
        year);
  }

  static String links(Place.Kind kind) {
    return sql(
        LINKS,
        switch (kind) {
          case LINK -> "l.id = $1";
          case SCHOOL ->
              "l.id IN (SELECT mc.link FROM school_class m JOIN link_class mc ON mc.class = m.id WHERE m.school = $1)";
          case PROGRAMME -> "l.programme = $1";
        },
        MINE);
  }

  static String classes(Place.Kind kind) {
    return switch (kind) {
      case LINK ->
          sql(
              CLASSES,
              "c.id IN (SELECT class FROM link_class WHERE link = $1)",
              MINE.replace("'link-up'", "'link-up' AND a.link = $1"));
      case SCHOOL -> sql(CLASSES, "c.school = $1", MINE);
      case PROGRAMME -> sql(CLASSES, "s.programme = $1", MINE);
    };
  }

  /// All statements, for the test that asks how each is carried out.
  static Map<String, String> all() {
    return Map.of(
        "links of a link", links(Place.Kind.LINK),
        "links of a school", links(Place.Kind.SCHOOL),
        "links of a programme", links(Place.Kind.PROGRAMME),
        "classes of a link", classes(Place.Kind.LINK),
        "classes of a school", classes(Place.Kind.SCHOOL),
        "classes of a programme", classes(Place.Kind.PROGRAMME),
        "schools of a programme", sql(SCHOOLS, "", MINE));
  }

  private static String sql(String text, String where, String mine) {
    return text.replace("@counts", COUNTS).replace("@where", where).replace("@mine", mine);
  }

  private static Counts counts(Row row) {
    return new Counts(
        row.getLong("met"),
        row.getLong("notmet"),
        row.getLong("off"),
        row.getLong("lapsed"),
        row.getLong("minutes"));
  }
}
