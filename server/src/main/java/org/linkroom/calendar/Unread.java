package org.linkroom.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Hashes;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;
import org.linkroom.safety.Concerns;

/// A concern that nobody has read for a day is told of once more: to its reader, or to who reads in
/// her place since she left, and to the programme's team, who ring the school.
public final class Unread {
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration WAITED = Duration.ofDays(1);
  private static final Duration GOOD = Duration.ofDays(30);

  private static final String DUE =
      """
      UPDATE concern c SET reminded_at = $1 FROM school s
      WHERE s.id = c.school AND c.id IN (
        SELECT k.id FROM concern k WHERE k.read_at IS NULL AND k.erased_at IS NULL AND k.reminded_at IS NULL AND k.at <= $2
        ORDER BY k.at LIMIT 20 FOR UPDATE SKIP LOCKED)
      RETURNING c.id, c.school, c.about, c.reader, c.reader_email, s.name AS school_name, s.phone,
        EXISTS (SELECT 1 FROM person p WHERE p.id = c.reader AND p.left_at IS NOT NULL) AS gone""";

  private static final String READ_BY =
      "UPDATE concern SET reader = $2, reader_email = $3, token = $4 WHERE id = $1";

  private final Post post;
  private final Hashes hashes;

  /// Make it; nothing runs before `start`.
  ///
  /// @param hashes under which a link for a reader without an account is kept
  public Unread(Post post, Hashes hashes) {
    this.post = post;
    this.hashes = hashes;
  }

  /// Begin; closing ends it.
  public Repeat start() {
    return new Repeat(post.vertx(), "unread", EVERY, this::run);
  }

  private record Due(
      Id id,
      Id school,
      String about,
      @Nullable Id reader,
      String email,
      String schoolName,
      String phone,
      boolean gone) {
    static Due read(Row row) {
      return new Due(
          Records.id(row, "id"),
          Records.id(row, "school"),
          row.getString("about"),
          Records.idOrNone(row, "reader"),
          row.getString("reader_email"),
          row.getString("school_name"),
          row.getString("phone"),
          row.getBoolean("gone"));
    }
  }

  /// Tell of what is due now.
  public Future<Void> run() {
    Instant now = post.clock().instant();
    return post.records()
        .inTransaction(
            all ->
                all.list(DUE, Due::read, Post.utc(now), Post.utc(now.minus(WAITED)))
                    .compose(due -> tell(all, due)));
  }

  private Future<Void> tell(Records all, List<Due> due) {
    return Records.each(
        due,
        one ->
            reader(all, one)
                .compose(reader -> again(all, one, reader))
                .compose(told -> new Concerns(all).facilitators(one.school()))
                .compose(team -> team(all, one, team)));
  }

  private static Future<Concerns.Reader> reader(Records all, Due one) {
    return one.gone()
        ? new Concerns(all)
            .reader(one.school(), one.about(), null)
            .map(found -> found.orElseThrow(() -> new IllegalStateException("no such school")))
        : Future.succeededFuture(new Concerns.Reader(one.reader(), one.email()));
  }

  /// A reader without an account gets a new link; the older one leads nowhere from then on.
  private Future<Void> again(Records all, Due one, Concerns.Reader reader) {
    String secret = reader.person() == null ? Hashes.secret() : "";
    String path = secret.isEmpty() ? "/concerns" : "/concern/read/" + secret;
    return all.run(
            READ_BY,
            one.id(),
            reader.person(),
            reader.email(),
            secret.isEmpty() ? null : hashes.of(secret))
        .compose(done -> keep(all, reader.email(), "mail.unread.body", post.url() + path));
  }

  private Future<Void> team(Records all, Due one, List<String> emails) {
    return Records.each(
        emails, email -> keep(all, email, "mail.unread.told", one.schoolName(), one.phone()));
  }

  private Future<Void> keep(Records all, String email, String body, Object... values) {
    var words = post.words();
    return post.mailer()
        .keep(
            all,
            new Mailer.Letter(
                    email, words.say("mail.unread.subject"), words.say(body, values), GOOD)
                .of("concern"));
  }
}
