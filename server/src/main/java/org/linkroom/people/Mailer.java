package org.linkroom.people;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends mail by SMTP. Nobody waits for it: a page answers as soon as the mail is kept. Each node
/// tries what is due, one node a mail; what does not go out is tried again, ever more seldom, for a
/// day, and no longer than what it leads to is good. A node that dies between the server's yes and
/// ours sends a mail twice, never not at all.
public final class Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final long SEND_MS = 20_000;
  private static final int AT_ONCE = 20;

  /// For how long a mail is tried at most.
  public static final Duration TRIED = Duration.ofDays(1);

  /// While one node sends a mail no other takes it: longer than a sending may last.
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final String KEEP =
      "INSERT INTO mail (id, email, subject, body, made_at, next_at, until, kind, invite) VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)";
  private static final String GIVE_UP =
      "UPDATE mail SET gave_up_at = $1 WHERE sent_at IS NULL AND gave_up_at IS NULL AND until <= $1";
  private static final String TAKE =
      """
      UPDATE mail SET tries = tries + 1, next_at = $2 WHERE id IN (
        SELECT id FROM mail WHERE sent_at IS NULL AND gave_up_at IS NULL AND next_at <= $1
        ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED)
      RETURNING id, email, subject, body, invite, tries""";
  private static final String FAILED =
      """
      UPDATE mail SET fault = $2, next_at = $3,
        gave_up_at = CASE WHEN $3 >= least(until, made_at + make_interval(secs => $4)) THEN $5::timestamptz END
      WHERE id = $1 AND sent_at IS NULL""";

  private final Vertx vertx;

  /// All mail goes by one event loop. On a page's virtual thread the client begins to listen only
  /// after the server's greeting may have come, and waits for it in vain.
  private final Context loop;

  private final Records records;
  private final InstantSource clock;
  private final String from;
  private final @Nullable MailClient client;
  private @Nullable Repeat repeat;
  private volatile boolean stopped;

  /// How mail leaves.
  ///
  /// @param host the SMTP server; empty keeps mails without sending them
  /// @param tls required, optional or none
  public record Smtp(
      String host, int port, String user, String password, String tls, String from) {}

  /// Make it; `start` begins what is tried again.
  public Mailer(Vertx vertx, Records records, Smtp smtp, InstantSource clock) {
    this.vertx = vertx;
    loop = ((VertxInternal) vertx).createEventLoopContext();
    this.records = records;
    this.clock = clock;
    from = smtp.from();
    client = smtp.host().isEmpty() ? null : MailClient.create(vertx, Envelope.config(smtp));
  }

  /// A mail to make.
  ///
  /// @param good for how long what it leads to is good; its text is kept no longer
  /// @param kind what it is about, as a word: `mails.kind.<kind>` says it on pages
  /// @param invite an iCalendar text that goes with it; empty: none
  public record Letter(
      String email, String subject, String body, Duration good, String kind, String invite) {
    /// Without an invitation.
    public Letter(String email, String subject, String body, Duration good) {
      this(email, subject, body, good, "letter", "");
    }

    /// The same, of a kind.
    public Letter of(String word) {
      return new Letter(email, subject, body, good, word, invite);
    }
  }

  /// Keep a mail, and send it without keeping anybody waiting.
  public Future<Void> send(Letter letter) {
    return keep(records, letter).onSuccess(kept -> tryDue());
  }

  /// Keep a mail with what else a transaction does; it goes out some seconds after that.
  public Future<Void> keep(Records all, Letter letter) {
    Instant now = clock.instant();
    return all.run(
            KEEP,
            Id.random(),
            letter.email(),
            letter.subject(),
            letter.body(),
            utc(now),
            utc(now.plus(letter.good())),
            letter.kind(),
            letter.invite().isEmpty() ? null : letter.invite())
        .mapEmpty();
  }

  /// Begin to try again what did not go out.
  public void start() {
    if (client != null) {
      repeat = new Repeat(vertx, "mails", EVERY, this::run);
    }
  }

  /// Stop after what is sent now.
  public void stop() {
    stopped = true;
    if (repeat != null) {
      repeat.close();
    }
    if (client != null) {
      client.close();
    }
  }

  private void tryDue() {
    run().onFailure(fault -> LOG.warn("mails=untried fault={}", fault.getMessage()));
  }

  /// Try what is due now; completes when each has gone out or failed.
  public Future<Void> run() {
    if (client == null || stopped) {
      return Future.succeededFuture();
    }
    var sender = client;
    Promise<Void> done = Promise.promise();
    loop.runOnContext(go -> tryDue(sender).onComplete(done));
    return done.future();
  }

  private Future<Void> tryDue(MailClient sender) {
    Instant now = clock.instant();
    return records
        .run(GIVE_UP, utc(now))
        .compose(
            done ->
                records.list(
                    TAKE,
                    row ->
                        new Taken(
                            Records.id(row, "id"), Envelope.of(from, row), row.getInteger("tries")),
                    utc(now),
                    utc(now.plus(LEASE)),
                    AT_ONCE))
        .compose(taken -> Future.join(taken.stream().map(one -> deliver(sender, one)).toList()))
        .mapEmpty();
  }

  private record Taken(Id id, MailMessage message, int tries) {}

  /// What was sent leaves its text behind: it may hold a way in.
  private Future<Void> deliver(MailClient sender, Taken mail) {
    return sender
        .sendMail(mail.message())
        .timeout(SEND_MS, TimeUnit.MILLISECONDS)
        .compose(
            sent ->
                records.run(
                    "UPDATE mail SET sent_at = $2, body = '', invite = NULL, fault = NULL WHERE id = $1",
                    mail.id(),
                    utc(clock.instant())))
        .recover(fault -> failed(mail, Envelope.fault(fault)).mapEmpty())
        .mapEmpty();
  }

  private Future<?> failed(Taken mail, String fault) {
    LOG.warn("mail={} try={} fault={}", mail.id(), mail.tries(), fault);
    Instant now = clock.instant();
    return records.run(
        FAILED,
        mail.id(),
        fault,
        utc(fault.equals(Envelope.REFUSED) ? now.plus(TRIED) : now.plus(before(mail.tries()))),
        (double) TRIED.toSeconds(),
        utc(now));
  }

  /// How long to wait after the try of this number, counted from 1: half a minute, then twice as
  /// long each time, an hour at most.
  static Duration before(int tries) {
    return Duration.ofSeconds(Math.min(3600, 30L << Math.min(tries - 1, 10)));
  }

  /// A mail that was made.
  public record Mail(String email, String subject, String body, String at) {}

  /// The newest mails, for the demo's page.
  public Future<List<Mail>> newest() {
    return records.list(
        "SELECT email, subject, body, to_char(made_at AT TIME ZONE 'Europe/London', 'HH24:MI:SS') AS at FROM mail ORDER BY made_at DESC LIMIT 50",
        row ->
            new Mail(
                row.getString("email"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("at")));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
