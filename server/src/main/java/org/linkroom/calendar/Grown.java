package org.linkroom.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// An adult of a session's classes, with what she was last told of it.
///
/// @param answers whether she may say yes to the other class's proposal
/// @param forBoth who has set its time for both classes; nobody: empty
/// @param told nothing: null
record Grown(
    Id id, String name, String email, boolean answers, String forBoth, News.@Nullable Told told) {
  private static final String ALL =
      """
      SELECT p.id, p.name, p.email, bool_or(r.kind = 'teacher' AND r.class IS DISTINCT FROM s.by_class) AS answers,
        t.state, t.starts_at, t.minutes, coalesce(t.invited, false) AS invited,
        coalesce((SELECT f.name FROM session_for_both b JOIN person f ON f.id = b.person
          WHERE b.session = $1 AND NOT b.off AND b.starts_at = min(s.starts_at)), '') AS for_both
      FROM session s JOIN link_class lc ON lc.link = s.link JOIN role r ON r.class = lc.class
      JOIN person p ON p.id = r.person LEFT JOIN session_told t ON t.session = s.id AND t.person = p.id
      WHERE s.id = $1 AND p.left_at IS NULL
      GROUP BY p.id, p.name, p.email, t.state, t.starts_at, t.minutes, t.invited ORDER BY p.id""";

  /// All of a session's classes.
  static Future<List<Grown>> of(Records records, Id session) {
    return records.list(ALL, Grown::read, session);
  }

  private static Grown read(Row row) {
    String state = row.getString("state");
    return new Grown(
        Records.id(row, "id"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("answers"),
        row.getString("for_both"),
        state == null
            ? null
            : new News.Told(
                state,
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getInteger("minutes"),
                row.getBoolean("invited")));
  }
}
