package org.linkroom.year;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.calendar.Post;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;

/// Asks each school on 1 September and on 1 January to say who its adults are, and once more after
/// two weeks. Each once, whichever node is first: a school's row and its mails are one transaction.
public final class Asking {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private static final String ASK =
      """
      WITH due AS (
        SELECT s.id FROM school s WHERE s.archived_at IS NULL AND s.made_at < $3
          AND NOT EXISTS (SELECT 1 FROM adults_round r WHERE r.school = s.id AND r.round = $1)
        ORDER BY s.id LIMIT 50),
      asked AS (
        INSERT INTO adults_round (school, round, asked_at) SELECT id, $1, $2 FROM due ON CONFLICT DO NOTHING RETURNING school)
      """;

  private static final String REMIND =
      """
      WITH asked AS (
        UPDATE adults_round SET again_at = $2 WHERE ctid = ANY(ARRAY(
          SELECT r.ctid FROM adults_round r JOIN school s ON s.id = r.school AND s.archived_at IS NULL
          WHERE r.round = $1 AND r.confirmed_at IS NULL AND r.again_at IS NULL AND r.asked_at <= $3
          LIMIT 50 FOR UPDATE OF r SKIP LOCKED)) RETURNING school)
      """;

  private static final String TO =
      """
      SELECT DISTINCT p.name, p.email, s.id, s.name AS school FROM asked JOIN school s ON s.id = asked.school
      JOIN role r ON r.school = s.id AND r.kind IN ('headteacher', 'office')
      JOIN person p ON p.id = r.person AND p.left_at IS NULL""";

  private final Post post;

  /// Make it; nothing runs before `start`.
  public Asking(Post post) {
    this.post = post;
  }

  /// Begin; closing ends it.
  public Repeat start() {
    return new Repeat(post.vertx(), "asking", EVERY, this::run);
  }

  /// Ask whoever is to be asked now.
  public Future<Void> run() {
    Instant now = post.clock().instant();
    var round = Round.at(now);
    Future<Void> asked =
        round.asks(now)
            ? each(ASK, "mail.adults", round, now, round.begins())
            : Future.succeededFuture();
    return asked.compose(
        done -> each(REMIND, "mail.adultsagain", round, now, now.minus(Round.AGAIN)));
  }

  private Future<Void> each(String sql, String words, Round round, Instant now, Instant before) {
    return post.records()
        .inTransaction(
            all ->
                all.list(
                        sql + TO,
                        To::read,
                        round.first(),
                        now.atOffset(ZoneOffset.UTC),
                        before.atOffset(ZoneOffset.UTC))
                    .compose(people -> write(all, words, people)));
  }

  private record To(String name, String email, Id school, String schoolName) {
    static To read(Row row) {
      return new To(
          row.getString("name"),
          row.getString("email"),
          Records.id(row, "id"),
          row.getString("school"));
    }
  }

  private Future<Void> write(Records all, String words, List<To> people) {
    Future<Void> done = Future.succeededFuture();
    for (To one : people) {
      String address = post.url() + "/schools/" + one.school() + "/adults";
      String body = post.words().say(words + ".body", one.name(), one.schoolName(), address);
      String subject = post.words().say(words + ".subject", one.schoolName());
      var letter = new Mailer.Letter(one.email(), subject, body, Round.LATEST).of("adults");
      done = done.compose(next -> post.mailer().keep(all, letter));
    }
    return done;
  }
}
