package org.linkroom.check;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Hashes;
import org.linkroom.records.Records;

/// Checks in PostgreSQL, kept for thirty days.
public final class Tickets {
  /// So many of one session are shown: its classes' boards, several times over.
  private static final int SHOWN = 20;

  private static final String ROWS =
      """
      SELECT k.id, k.number, k.at, k.verdict, k.findings, k.measured, k.browser, k.person, p.name AS by, k.session,
        c.label, k.programme, k.done_at
      FROM kit_check k LEFT JOIN person p ON p.id = k.person LEFT JOIN school_class c ON c.id = k.class WHERE %s""";

  private final Records records;

  /// Make the store.
  public Tickets(Records records) {
    this.records = records;
  }

  /// What a check is for, as far as is known where it is made.
  ///
  /// @param session the session that it is for, with its link's programme; both or none
  public record Where(
      @Nullable String browser,
      @Nullable Id person,
      @Nullable Id session,
      @Nullable Id schoolClass,
      @Nullable Id programme) {}

  /// Keep what was found; the same id is kept once.
  ///
  /// @param measured as JSON, or an empty object where the browser could measure nothing
  public Future<Void> keep(
      Id id, Instant at, List<Finding> findings, Optional<Measured> measured, Where where) {
    return records
        .run(
            """
            INSERT INTO kit_check (id, number, at, verdict, findings, measured, browser, person, session, class, programme)
            VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) ON CONFLICT (id) DO NOTHING""",
            id,
            Hashes.clear(6),
            at.atOffset(ZoneOffset.UTC),
            Finding.overall(findings).word(),
            Finding.line(findings),
            measured.map(Measured::json).map(JsonObject::new).orElseGet(JsonObject::new),
            where.browser(),
            where.person(),
            where.session(),
            where.schoolClass(),
            where.programme())
        .mapEmpty();
  }

  /// Find one by its id; whether somebody may see it, its handler says.
  public Future<Optional<Ticket>> find(Id ticket) {
    return records.one(ROWS.formatted("k.id = $1"), Tickets::read, ticket);
  }

  /// Find one by the number that was read out.
  public Future<Optional<Ticket>> numbered(String number) {
    return records.one(ROWS.formatted("k.number = $1"), Tickets::read, number);
  }

  /// A session's, the newest first.
  public Future<List<Ticket>> of(Id session) {
    return records.list(
        ROWS.formatted("k.session = $1 ORDER BY k.at DESC LIMIT " + SHOWN), Tickets::read, session);
  }

  /// Give one that was made where nobody was signed in to a session; false if it is another's.
  public Future<Boolean> give(Id ticket, Where where) {
    return records
        .change(
            """
            UPDATE kit_check SET session = $2, class = $3, programme = $4, person = coalesce(person, $5)
            WHERE id = $1 AND (session IS NULL OR session = $2)""",
            ticket,
            where.session(),
            where.schoolClass(),
            where.programme(),
            where.person())
        .map(n -> n == 1);
  }

  /// Somebody has seen to it; once.
  public Future<Void> done(Id ticket, Id by, Instant at) {
    return records
        .run(
            "UPDATE kit_check SET done_at = $3, done_by = $2 WHERE id = $1 AND done_at IS NULL",
            ticket,
            by,
            at.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  /// A check that does not do and that nobody has seen to.
  public record Waiting(Id id, Id session, String title, Instant at, Instant starts) {}

  /// Those of some programmes, for a session that is still to come, unless the same class has done
  /// well since; the next session first.
  public Future<List<Waiting>> waiting(List<Id> programmes, Instant now) {
    return records.list(
        """
        SELECT k.id, k.session, k.at, s.starts_at, coalesce(c.label, '') || ', ' || coalesce(sc.name, '') AS title
        FROM kit_check k JOIN session s ON s.id = k.session
        LEFT JOIN school_class c ON c.id = k.class LEFT JOIN school sc ON sc.id = c.school
        WHERE k.programme = ANY($1) AND k.verdict = 'bad' AND k.done_at IS NULL AND k.at > $2::timestamptz - interval '30 days'
          AND s.state IN ('proposed', 'agreed', 'open', 'live') AND s.starts_at > $2::timestamptz - interval '1 day'
          AND NOT EXISTS (SELECT 1 FROM kit_check later WHERE later.session = k.session
            AND later.class IS NOT DISTINCT FROM k.class AND later.at > k.at)
        ORDER BY s.starts_at, k.at DESC LIMIT 50""",
        row ->
            new Waiting(
                Records.id(row, "id"),
                Records.id(row, "session"),
                row.getString("title").replaceFirst("^, |, $", ""),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("starts_at").toInstant()),
        programmes.stream().map(Id::text).toArray(String[]::new),
        now.atOffset(ZoneOffset.UTC));
  }

  private static @Nullable Id id(Row row, String column) {
    String text = row.getString(column);
    return text == null ? null : new Id(text);
  }

  private static Ticket read(Row row) {
    return new Ticket(
        Records.id(row, "id"),
        row.getString("number"),
        row.getOffsetDateTime("at").toInstant(),
        Verdict.of(row.getString("verdict")),
        Finding.read(row.getString("findings")),
        Measured.read(row.getJsonObject("measured").encode()),
        row.getString("browser"),
        id(row, "person"),
        row.getString("by"),
        id(row, "session"),
        row.getString("label"),
        id(row, "programme"),
        row.getOffsetDateTime("done_at") != null);
  }
}
