package org.linkroom.day;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Adults who asked for help, in PostgreSQL. Each has one open request a link at most: however
/// often she presses, she stands in the queue once.
public final class HelpRequests {
  /// The words that say what it is about.
  public static final List<String> ABOUT = List.of("any", "technical", "partner", "advice");

  /// A request that was done stays on the asker's page for so long.
  private static final Duration SHOWN = Duration.ofHours(2);

  private static final String ROWS =
      """
      SELECT h.id, h.programme, h.link, h.session, h.asker, h.asker_name, h.about, h.at, h.taken_at, h.done_at,
        coalesce(t.name, '') AS taken_by, h.taken_by AS taker, coalesce(c.label || ', ' || s.name, '') AS of_class, coalesce(p.phone, '') AS phone,
        coalesce(s.phone, '') AS school_phone
      FROM help_request h LEFT JOIN person t ON t.id = h.taken_by LEFT JOIN person p ON p.id = h.asker
      LEFT JOIN school_class c ON c.id = h.class LEFT JOIN school s ON s.id = c.school WHERE %s""";

  private final Records records;

  /// Make the store.
  public HelpRequests(Records records) {
    this.records = records;
  }

  /// Who asks, and from where.
  ///
  /// @param session nothing where she asks on the link's page
  /// @param classId whose adult she is; nothing where she is none
  /// @param asker the person, or the cover pass that she came by
  public record New(
      Id id,
      Id link,
      @Nullable Id session,
      @Nullable Id classId,
      Id asker,
      String name,
      String about) {}

  /// A request as those who may help see it.
  ///
  /// @param ofClass class and school, or nothing
  /// @param takenBy the name of who took it, or nothing
  /// @param phone the asker's own number, or nothing
  public record Request(
      Id id,
      Id programme,
      Id link,
      @Nullable Id session,
      String name,
      String ofClass,
      String about,
      Instant at,
      String takenBy,
      @Nullable Id taker,
      boolean done,
      String phone,
      String schoolPhone) {
    /// For how many whole minutes she has waited.
    public long minutes(Instant now) {
      return Math.max(0, Duration.between(at, now).toMinutes());
    }
  }

  /// Ask. Who has asked already stands where she stood. True: she is new in the queue.
  public Future<Boolean> ask(New one, Instant now) {
    return records
        .change(
            """
            INSERT INTO help_request (id, programme, link, session, class, asker, asker_name, about, at)
            SELECT $1, l.programme, l.id, $3, $4, $5, $6, $7, $8 FROM link l WHERE l.id = $2 ON CONFLICT DO NOTHING""",
            one.id(),
            one.link(),
            one.session(),
            one.classId(),
            one.asker(),
            one.name(),
            one.about(),
            now.atOffset(ZoneOffset.UTC))
        .map(rows -> rows == 1);
  }

  /// Those of some programmes whom nobody has finished helping, who waits longest first.
  public Future<List<Request>> queue(List<Id> programmes) {
    return records.list(
        ROWS.formatted(
            "h.programme = ANY($1) AND h.done_at IS NULL ORDER BY (h.taken_at IS NOT NULL), h.at LIMIT 100"),
        HelpRequests::read,
        (Object) programmes.stream().map(Id::text).toArray(String[]::new));
  }

  /// What somebody asked of late for a link, if she did.
  public Future<Optional<Request>> latest(Id link, Id asker, Instant now) {
    return records.one(
        ROWS.formatted(
            "h.link = $1 AND h.asker = $2 AND (h.done_at IS NULL OR h.done_at > $3) ORDER BY h.at DESC LIMIT 1"),
        HelpRequests::read,
        link,
        asker,
        now.minus(SHOWN).atOffset(ZoneOffset.UTC));
  }

  /// Find one.
  public Future<Optional<Request>> find(Id request) {
    return records.one(ROWS.formatted("h.id = $1"), HelpRequests::read, request);
  }

  /// Take it on. False: somebody else has, or it is done.
  public Future<Boolean> take(Id request, Id helper, Instant now) {
    return records
        .change(
            "UPDATE help_request SET taken_by = $2, taken_at = coalesce(taken_at, $3) WHERE id = $1 AND done_at IS NULL AND (taken_by IS NULL OR taken_by = $2)",
            request,
            helper,
            now.atOffset(ZoneOffset.UTC))
        .map(rows -> rows == 1);
  }

  /// It is done. Once more does nothing.
  public Future<Void> done(Id request, Instant now) {
    return records
        .run(
            "UPDATE help_request SET done_at = $2 WHERE id = $1 AND done_at IS NULL",
            request,
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  private static Request read(Row row) {
    return new Request(
        Records.id(row, "id"),
        Records.id(row, "programme"),
        Records.id(row, "link"),
        Records.idOrNone(row, "session"),
        row.getString("asker_name"),
        row.getString("of_class"),
        row.getString("about"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("taken_by"),
        Records.idOrNone(row, "taker"),
        row.getOffsetDateTime("done_at") != null,
        row.getString("phone"),
        row.getString("school_phone"));
  }
}
