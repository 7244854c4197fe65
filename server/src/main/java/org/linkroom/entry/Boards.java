package org.linkroom.entry;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.people.Hashes;
import org.linkroom.records.Records;
import org.linkroom.session.SchoolClock;

/// Classrooms' boards, enrolled by their adult until the end of the school year. A board opens its
/// class's lobby of the day; it holds no key.
public final class Boards {
  private final Records records;
  private final Hashes hashes;

  /// Make the store.
  public Boards(Records records, Hashes hashes) {
    this.records = records;
    this.hashes = hashes;
  }

  /// The last day of August, when a school year's boards are let go.
  public static Instant yearEnds(Instant now) {
    var today = now.atZone(SchoolClock.LONDON).toLocalDate();
    int year = today.getMonthValue() >= 8 ? today.getYear() + 1 : today.getYear();
    return LocalDate.of(year, 8, 31).atStartOfDay(SchoolClock.LONDON).toInstant();
  }

  /// Enrol; answers what the board's cookie must hold.
  public Future<String> enrol(Id classId, Id by, Instant now) {
    var id = Id.random();
    String secret = Hashes.secret();
    return records
        .run(
            "INSERT INTO board (id, class, secret, made_by, until) VALUES ($1, $2, $3, $4, $5)",
            id,
            classId,
            hashes.of(secret),
            by,
            yearEnds(now).atOffset(ZoneOffset.UTC))
        .map(done -> id + "." + secret);
  }

  /// Which class a board's cookie is for.
  public Future<Optional<Id>> classOf(String cookie) {
    String[] parts = cookie.split("\\.");
    if (parts.length != 2 || !Id.fits(parts[0])) {
      return Future.succeededFuture(Optional.empty());
    }
    return records.one(
        "SELECT class FROM board WHERE id = $1 AND secret = $2 AND ended_at IS NULL AND until > now()",
        row -> Records.id(row, "class"),
        parts[0],
        hashes.of(parts[1]));
  }

  /// The class's sessions of today that are not over.
  public Future<List<Id>> today(Id classId, Instant now) {
    var day = now.atZone(SchoolClock.LONDON).toLocalDate().atStartOfDay(SchoolClock.LONDON);
    return records.list(
        "SELECT s.id FROM session s JOIN link_class l ON l.link = s.link WHERE l.class = $1 AND s.kind = 'link-up' AND s.state IN ('proposed', 'agreed', 'open', 'live') AND s.starts_at >= $2 AND s.starts_at < $3 ORDER BY s.starts_at",
        row -> Records.id(row, "id"),
        classId,
        day.toOffsetDateTime(),
        day.plusDays(1).toOffsetDateTime());
  }

  /// Let all boards of a class go.
  public Future<Void> endAll(Id classId) {
    return records
        .run("UPDATE board SET ended_at = now() WHERE class = $1 AND ended_at IS NULL", classId)
        .mapEmpty();
  }

  /// The boards of a class as its school reads of them.
  ///
  /// @param madeBy who enrolled the newest
  public record AtSchool(Id schoolClass, String label, long many, String madeBy, Instant until) {}

  /// The boards of a school's classes that are enrolled now, by class.
  public Future<List<AtSchool>> ofSchool(Id school, Instant now) {
    return records.list(
        """
        SELECT c.id, c.label, count(*) AS many, (array_agg(p.name ORDER BY b.until DESC, b.id DESC))[1] AS made_by, max(b.until) AS until
        FROM school_class c JOIN board b ON b.class = c.id AND b.ended_at IS NULL AND b.until > $2
        JOIN person p ON p.id = b.made_by WHERE c.school = $1 GROUP BY c.id, c.label ORDER BY c.label""",
        row ->
            new AtSchool(
                Records.id(row, "id"),
                row.getString("label"),
                row.getLong("many"),
                row.getString("made_by"),
                row.getOffsetDateTime("until").toInstant()),
        school,
        now.atOffset(ZoneOffset.UTC));
  }

  /// How many are enrolled.
  public Future<Long> count(Id classId) {
    return records
        .one(
            "SELECT count(*) AS n FROM board WHERE class = $1 AND ended_at IS NULL AND until > now()",
            row -> row.getLong("n"),
            classId)
        .map(n -> n.orElse(0L));
  }
}
