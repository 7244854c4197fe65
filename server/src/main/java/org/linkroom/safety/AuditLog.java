package org.linkroom.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// The audit log as it is read: at a programme or school what was done to it and to what belongs to
/// it, at the network everything. What happened in a room stands in its session's record.
public final class AuditLog {
  /// Lines of one page.
  public static final int PAGE = 100;

  private static final String LINE =
      """
      SELECT a.id, a.at, a.who, p.name, a.what, coalesce(
        (SELECT x.name FROM programme x WHERE x.id = a.subject),
        (SELECT x.name FROM school x WHERE x.id = a.subject),
        (SELECT c.label || ', ' || s.name FROM school_class c JOIN school s ON s.id = c.school WHERE c.id = a.subject),
        (SELECT string_agg(c.label, ' and ' ORDER BY lc.place) FROM link_class lc
          JOIN school_class c ON c.id = lc.class WHERE lc.link = a.subject),
        (SELECT string_agg(c.label, ' and ' ORDER BY lc.place) || to_char(x.starts_at AT TIME ZONE 'Europe/London', ', FMDD FMMonth, HH24:MI')
          FROM session x JOIN link_class lc ON lc.link = x.link JOIN school_class c ON c.id = lc.class
          WHERE x.id = a.subject GROUP BY x.id),
        (SELECT x.name FROM person x WHERE x.id = a.subject),
        (SELECT v.name || ', ' || c.label FROM cover_pass v JOIN school_class c ON c.id = v.class WHERE v.id = a.subject),
        (SELECT c.label FROM board b JOIN school_class c ON c.id = b.class WHERE b.id = a.subject), '') AS about
      FROM %s LEFT JOIN person p ON p.id = a.who
      WHERE a.id < $1 AND a.at < $2 AND ($3 = '' OR a.what LIKE $3 || '.%%') AND ($4 = '' OR a.who = $4)%s
      ORDER BY %s DESC LIMIT 101""";

  private final Records records;

  /// Make the reader.
  public AuditLog(Records records) {
    this.records = records;
  }

  /// One line.
  ///
  /// @param who the adult's id, or nobody's
  /// @param name hers; empty where nobody was signed in
  /// @param about what it was done to, in words; empty where that is gone or is nobody's to name
  public record Line(
      long id, Instant at, @Nullable Id who, String name, String what, String about) {}

  /// Which lines.
  ///
  /// @param place the programme or school; none: all there are
  /// @param kind only those that are about this kind of thing; empty: any
  /// @param who only those of this adult, by id; empty: of anybody
  /// @param until only older ones
  /// @param before only lines with a smaller number
  public record Asked(@Nullable Id place, String kind, String who, Instant until, long before) {}

  /// Read a page of it, the newest first: one line more than `PAGE` where there is another page.
  public Future<List<Line>> read(Asked asked) {
    var until = asked.until().atOffset(ZoneOffset.UTC);
    if (asked.place() == null) {
      String all = LINE.formatted("audit a", "", "a.id");
      return records.list(all, AuditLog::line, asked.before(), until, asked.kind(), asked.who());
    }
    String some =
        LINE.formatted(
            "audit_place l JOIN audit a ON a.id = l.line", " AND l.place = $5", "l.line");
    return records.list(
        some, AuditLog::line, asked.before(), until, asked.kind(), asked.who(), asked.place());
  }

  private static Line line(Row row) {
    String name = row.getString("name");
    return new Line(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        Records.idOrNone(row, "who"),
        name == null ? "" : name,
        row.getString("what"),
        row.getString("about"));
  }
}
