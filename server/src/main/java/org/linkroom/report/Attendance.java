package org.linkroom.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// What was held, session by session and adult by adult, read from the figures that `Recording`
/// wrote.
public final class Attendance {
  /// Lines of one table: more than a programme's year of sessions has.
  static final int MOST = 10_000;

  static final String SESSIONS =
      """
      SELECT a.session, a.starts_at, a.kind, a.outcome, a.planned, a.minutes AS together, c.label, s.name AS school, ac.minutes,
        coalesce((SELECT string_agg(c2.label || ', ' || s2.name, ' · ' ORDER BY lc.place) FROM link_class lc
          JOIN school_class c2 ON c2.id = lc.class JOIN school s2 ON s2.id = c2.school
          WHERE lc.link = a.link AND lc.class <> ac.class), '') AS partners
      FROM attendance a JOIN attendance_class ac ON ac.session = a.session
      JOIN school_class c ON c.id = ac.class JOIN school s ON s.id = ac.school
      WHERE %s ORDER BY a.starts_at DESC, a.session, c.label, c.id LIMIT
      """
          + MOST;

  static final String ADULTS =
      """
      SELECT aa.name, aa.role, coalesce(c.label, '') AS label, coalesce(s.name, '') AS school,
        count(DISTINCT aa.session) AS sessions, sum(aa.minutes) AS minutes
      FROM attendance a JOIN attendance_adult aa ON aa.session = a.session
      LEFT JOIN school_class c ON c.id = aa.class LEFT JOIN school s ON s.id = c.school
      WHERE %s GROUP BY aa.name, aa.person, aa.role, c.id, s.id ORDER BY aa.name = '', aa.name, aa.role, c.label, c.id LIMIT
      """
          + MOST;

  private final Records records;

  /// Make the reader.
  public Attendance(Records records) {
    this.records = records;
  }

  /// One class of one session.
  ///
  /// @param outcome met, not-met, called-off or lapsed
  /// @param planned minutes
  /// @param together minutes for which the door between the classes was open
  /// @param minutes for which a device of the class was connected
  /// @param partners the other classes of the link, each with its school
  public record Held(
      Id session,
      Instant at,
      String kind,
      String outcome,
      int planned,
      int together,
      String label,
      String school,
      int minutes,
      String partners) {}

  /// Classes in their sessions, the last one first: of a link and of a programme all that were in
  /// its sessions, of a school its own.
  public Future<List<Held>> sessions(Place place) {
    return records.list(
        SESSIONS.formatted(sessionsOf(place.kind())),
        row ->
            new Held(
                Records.id(row, "session"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getString("kind"),
                row.getString("outcome"),
                row.getInteger("planned"),
                row.getInteger("together"),
                row.getString("label"),
                row.getString("school"),
                row.getInteger("minutes"),
                row.getString("partners")),
        place.id(),
        place.year());
  }

  static String sessionsOf(Place.Kind kind) {
    return switch (kind) {
      case LINK -> "a.link = $1 AND a.year = $2";
      case SCHOOL -> "ac.school = $1 AND ac.year = $2";
      case PROGRAMME -> "a.programme = $1 AND a.year = $2";
    };
  }

  /// An adult whose devices were connected, in one role and for one class.
  ///
  /// @param name empty once it is no longer kept
  /// @param label her class; empty for a guest of both
  public record Adult(
      String name, String role, String label, String school, long sessions, long minutes) {}

  /// Adults by name: of a link also its guests, of a school and of a programme the adults of its
  /// own classes.
  public Future<List<Adult>> adults(Place place) {
    return records.list(
        ADULTS.formatted(adultsOf(place.kind())),
        row ->
            new Adult(
                row.getString("name"),
                row.getString("role"),
                row.getString("label"),
                row.getString("school"),
                row.getLong("sessions"),
                row.getLong("minutes")),
        place.id(),
        place.year());
  }

  static String adultsOf(Place.Kind kind) {
    return switch (kind) {
      case LINK -> "a.link = $1 AND a.year = $2";
      case SCHOOL -> "c.school = $1 AND a.year = $2";
      case PROGRAMME -> "s.programme = $1 AND a.year = $2";
    };
  }

  /// The school years of which there is something on record, the last one first.
  public Future<List<Integer>> years(Place.Kind kind, Id id) {
    return records.list(yearsOf(kind), row -> row.getInteger("year"), id);
  }

  static String yearsOf(Place.Kind kind) {
    return switch (kind) {
      case LINK -> "SELECT DISTINCT year FROM attendance WHERE link = $1 ORDER BY year DESC";
      case SCHOOL ->
          "SELECT DISTINCT year FROM attendance_class WHERE school = $1 ORDER BY year DESC";
      case PROGRAMME ->
          "SELECT DISTINCT year FROM attendance WHERE programme = $1 ORDER BY year DESC";
    };
  }

  /// The same of the whole network.
  public Future<List<Integer>> years() {
    return records.list(YEARS, row -> row.getInteger("year"));
  }

  /// From each year the next one before it, so that six years are six looks into an index.
  static final String YEARS =
      """
      WITH RECURSIVE y AS (
        SELECT (SELECT max(a.year) FROM attendance a) AS year
        UNION ALL SELECT (SELECT max(a.year) FROM attendance a WHERE a.year < y.year) FROM y WHERE y.year IS NOT NULL)
      SELECT year FROM y WHERE year IS NOT NULL ORDER BY year DESC""";
}
