package org.linkroom.day;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Live links without contact for some weeks: no session was held, nobody wrote, nobody spoke by
/// phone. The regular contact of the two teachers is what a link lives by.
public final class QuietLinks {
  /// After so long a link is told of.
  public static final Duration QUIET = Duration.ofDays(28);

  private static final String ROWS =
      """
      SELECT l.id, (SELECT string_agg(c.label || ', ' || s.name, ' · ' ORDER BY lc.place) FROM link_class lc
        JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school WHERE lc.link = l.id) AS who
      FROM link l WHERE l.programme = ANY($1) AND l.state = 'live' AND l.made_at < $2
        AND NOT EXISTS (SELECT 1 FROM session h WHERE h.link = l.id AND h.starts_at >= $2 AND h.live_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM link_note n WHERE n.link = l.id AND n.at >= $2)
      ORDER BY l.made_at, l.id LIMIT 50""";

  private final Records records;

  /// Make the reader.
  public QuietLinks(Records records) {
    this.records = records;
  }

  /// One of them, with its classes and schools in words.
  public record Quiet(Id id, String who) {}

  /// Those of some programmes, the oldest links first, 50 at most.
  public Future<List<Quiet>> of(List<Id> programmes, Instant now) {
    return records.list(
        ROWS,
        row -> new Quiet(Records.id(row, "id"), row.getString("who")),
        programmes.stream().map(Id::text).toArray(String[]::new),
        now.minus(QUIET).atOffset(ZoneOffset.UTC));
  }
}
