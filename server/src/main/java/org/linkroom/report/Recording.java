package org.linkroom.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;

/// Writes the attendance of sessions that are over, once each, on whichever node is first. A
/// session and all its rows are written together, so a node that stops in between leaves nothing
/// half done.
public final class Recording {
  private static final Duration EVERY = Duration.ofSeconds(20);

  private static final int AT_ONCE = 50;
  private static final int RUNS = 20;

  private static final String DUE =
      """
      SELECT s.id, s.state, coalesce(s.why, '') AS why FROM session s
      WHERE s.recorded_at IS NULL AND s.state IN ('ended', 'cancelled')
        AND (s.ended_at IS NULL OR s.ended_at <= $1)
      ORDER BY s.starts_at LIMIT %d FOR UPDATE SKIP LOCKED"""
          .formatted(AT_ONCE);

  private static final String LINES =
      """
      SELECT j.at, j.what, j.class, p.id AS person, coalesce(j.device, '') AS device,
        coalesce(j.detail ->> 'name', '') AS name, coalesce(j.detail ->> 'role', '') AS role
      FROM room_journal j LEFT JOIN person p ON p.id = j.person
      WHERE j.room = $1 AND j.what = ANY($2) ORDER BY j.at, j.id LIMIT 20000""";

  private static final String SESSION =
      """
      INSERT INTO attendance (session, link, programme, year, kind, outcome, starts_at, planned, minutes)
      SELECT s.id, l.id, l.programme, l.year, s.kind, $2, s.starts_at, s.minutes, $3
      FROM session s JOIN link l ON l.id = s.link WHERE s.id = $1 ON CONFLICT (session) DO NOTHING""";

  private static final String CLASSES =
      """
      INSERT INTO attendance_class (session, class, school, programme, year, starts_at, met, minutes)
      SELECT a.session, c.id, c.school, o.programme, a.year, a.starts_at, a.outcome = 'met', coalesce(h.minutes, 0)
      FROM attendance a JOIN link_class lc ON lc.link = a.link JOIN school_class c ON c.id = lc.class
      JOIN school o ON o.id = c.school
      LEFT JOIN unnest($2::text[], $3::int[]) AS h (class, minutes) ON h.class = c.id
      WHERE a.session = $1 ON CONFLICT DO NOTHING""";

  private static final String ADULTS =
      """
      INSERT INTO attendance_adult (session, place, class, person, name, role, came, went, minutes)
      SELECT $1, h.place, c.id, h.person, h.name, h.role, h.came, h.went, h.minutes
      FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::int[])
        AS h (place, class, person, name, role, came, went, minutes)
      LEFT JOIN school_class c ON c.id = h.class ON CONFLICT DO NOTHING""";

  private final Records records;
  private final InstantSource clock;

  /// Make it; `run` does the work.
  public Recording(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /// Do it again and again on this node, until what is answered is closed.
  public static Repeat start(Vertx vertx, Records records, InstantSource clock) {
    return new Repeat(vertx, "attendance", EVERY, new Recording(records, clock)::run);
  }

  /// Write what is due now.
  public Future<Void> run() {
    return run(RUNS);
  }

  private Future<Void> run(int left) {
    return some()
        .compose(n -> n == AT_ONCE && left > 0 ? run(left - 1) : Future.<Void>succeededFuture());
  }

  private record Due(Id session, String state, String why) {
    String outcome(boolean met) {
      if (state.equals("ended")) {
        return met ? "met" : "not-met";
      }
      return why.equals("lapsed") ? "lapsed" : "called-off";
    }
  }

  private Future<Integer> some() {
    var now = clock.instant();
    return records.inTransaction(
        all ->
            all.list(
                    DUE,
                    row ->
                        new Due(
                            Records.id(row, "id"), row.getString("state"), row.getString("why")),
                    utc(now.minus(Held.settled())))
                .compose(due -> one(all, due, 0, now).map(done -> due.size())));
  }

  private Future<Void> one(Records all, List<Due> due, int n, Instant now) {
    if (n == due.size()) {
      return Future.succeededFuture();
    }
    var session = due.get(n);
    return all.list(LINES, Recording::line, session.session(), Held.LINES.toArray(String[]::new))
        .compose(lines -> write(all, session, Held.of(lines), now))
        .compose(done -> one(all, due, n + 1, now));
  }

  private static Future<Void> write(Records all, Due due, Held held, Instant now) {
    String outcome = due.outcome(held.met());
    var classes = held.classes().keySet().stream().toList();
    return all.run(SESSION, due.session(), outcome, outcome.equals("met") ? held.minutes() : 0)
        .compose(
            done ->
                all.run(
                    CLASSES,
                    due.session(),
                    classes.stream().map(Id::text).toArray(String[]::new),
                    classes.stream().map(held.classes()::get).toArray(Integer[]::new)))
        .compose(done -> adults(all, due.session(), held.adults()))
        .compose(
            done ->
                all.run(
                    "UPDATE session SET recorded_at = $2 WHERE id = $1", due.session(), utc(now)))
        .mapEmpty();
  }

  private static Future<Void> adults(Records all, Id session, List<Held.Adult> adults) {
    return all.run(
            ADULTS,
            session,
            IntStream.range(0, adults.size()).boxed().toArray(Integer[]::new),
            adults.stream().map(a -> text(a.classId())).toArray(String[]::new),
            adults.stream().map(a -> text(a.person())).toArray(String[]::new),
            adults.stream().map(Held.Adult::name).toArray(String[]::new),
            adults.stream().map(Held.Adult::role).toArray(String[]::new),
            adults.stream().map(a -> utc(a.came())).toArray(OffsetDateTime[]::new),
            adults.stream().map(a -> utc(a.went())).toArray(OffsetDateTime[]::new),
            adults.stream().map(Held.Adult::minutes).toArray(Integer[]::new))
        .mapEmpty();
  }

  private static Held.Line line(Row row) {
    return new Held.Line(
        row.getOffsetDateTime("at").toInstant(),
        row.getString("what"),
        Records.idOrNone(row, "class"),
        Records.idOrNone(row, "person"),
        row.getString("device"),
        row.getString("name"),
        row.getString("role").toLowerCase(Locale.ROOT));
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.text();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
