package org.linkroom.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Which adults' devices were connected to the sessions of a school's classes: what a safeguarding
/// lead is asked for. A partner's adults and guests are in it, for the children saw them too.
public final class Ledger {
  /// Lines of one look: more than a school's year has.
  static final int MOST = 10_000;

  static final String LINES =
      """
      SELECT a.session, aa.came, aa.went, aa.minutes, aa.name, aa.role, coalesce(c.label, '') AS label, coalesce(s.name, '') AS school,
        coalesce((SELECT string_agg(c2.label || ', ' || s2.name, ' · ' ORDER BY lc.place) FROM link_class lc
          JOIN school_class c2 ON c2.id = lc.class JOIN school s2 ON s2.id = c2.school WHERE lc.link = a.link), '') AS classes
      FROM attendance a JOIN attendance_adult aa ON aa.session = a.session
      LEFT JOIN school_class c ON c.id = aa.class LEFT JOIN school s ON s.id = c.school
      WHERE a.session IN (SELECT ac.session FROM attendance_class ac WHERE ac.school = $1 AND ac.year = $2)
        AND ($3 = '' OR strpos(lower(aa.name), lower($3)) > 0)
      ORDER BY aa.came DESC, a.session, aa.place LIMIT
      """
          + MOST;

  private final Records records;

  /// Make the reader.
  public Ledger(Records records) {
    this.records = records;
  }

  /// An adult in a session.
  ///
  /// @param came when her first device was connected
  /// @param went when her last one was gone
  /// @param minutes with one device or more
  /// @param name empty once it is no longer kept
  /// @param label whose adult she came as; empty for a guest of all
  /// @param classes all classes of the session
  public record Line(
      Id session,
      Instant came,
      Instant went,
      int minutes,
      String name,
      String role,
      String label,
      String school,
      String classes) {}

  /// The lines of a school and a school year, the last one first.
  ///
  /// @param letters part of an adult's name; empty: anybody
  public Future<List<Line>> lines(Id school, int year, String letters) {
    return records.list(
        LINES,
        row ->
            new Line(
                Records.id(row, "session"),
                row.getOffsetDateTime("came").toInstant(),
                row.getOffsetDateTime("went").toInstant(),
                row.getInteger("minutes"),
                row.getString("name"),
                row.getString("role"),
                row.getString("label"),
                row.getString("school"),
                row.getString("classes")),
        school,
        year,
        letters);
  }
}
