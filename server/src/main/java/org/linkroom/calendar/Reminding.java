package org.linkroom.calendar;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// Reminds the adults of both classes a week, a day and an hour before a session: once each, and
/// not of what was agreed later than the reminder would have come.
public final class Reminding {
  private static final Duration EVERY = Duration.ofSeconds(30);

  /// A reminder that nobody could send so long is of no use any more.
  private record Ahead(String word, Duration before, Duration late) {}

  private static final List<Ahead> ALL =
      List.of(
          new Ahead("week", Duration.ofDays(7), Duration.ofDays(1)),
          new Ahead("day", Duration.ofDays(1), Duration.ofHours(4)),
          new Ahead("hour", Duration.ofHours(1), Duration.ofMinutes(30)));

  private static final String TAKE =
      """
      WITH due AS (
        SELECT s.id, t.person, s.starts_at FROM session s
        JOIN session_told t ON t.session = s.id AND t.state = 'agreed' AND t.starts_at = s.starts_at
          AND t.at <= s.starts_at - make_interval(secs => $4)
        WHERE s.state IN ('agreed', 'open') AND s.starts_at > $2 AND s.starts_at <= $3
          AND EXISTS (SELECT 1 FROM link_class lc JOIN role r ON r.class = lc.class WHERE lc.link = s.link AND r.person = t.person)
          AND NOT EXISTS (SELECT 1 FROM session_reminder m
            WHERE m.session = s.id AND m.person = t.person AND m.ahead = $1 AND m.starts_at = s.starts_at)
        ORDER BY s.starts_at LIMIT 100),
      taken AS (
        INSERT INTO session_reminder (session, person, ahead, starts_at) SELECT id, person, $1, starts_at FROM due
        ON CONFLICT DO NOTHING RETURNING session, person)
      SELECT taken.session, p.name, p.email FROM taken JOIN person p ON p.id = taken.person AND p.left_at IS NULL""";

  private final Post post;

  /// Make it; nothing runs before `start`.
  public Reminding(Post post) {
    this.post = post;
  }

  /// Begin; closing ends it.
  public Repeat start() {
    return new Repeat(post.vertx(), "reminding", EVERY, this::run);
  }

  private record Due(Id session, String name, String email) {}

  /// Remind of what is due now.
  public Future<Void> run() {
    return Records.each(ALL, ahead -> post.records().inTransaction(all -> remind(all, ahead)));
  }

  private Future<Void> remind(Records all, Ahead ahead) {
    Instant now = post.clock().instant();
    Instant until = now.plus(ahead.before());
    return all.list(
            TAKE,
            row ->
                new Due(Records.id(row, "session"), row.getString("name"), row.getString("email")),
            ahead.word(),
            Post.utc(until.minus(ahead.late())),
            Post.utc(until),
            (double) ahead.before().toSeconds())
        .compose(due -> remind(all, ahead, due));
  }

  private Future<Void> remind(Records all, Ahead ahead, List<Due> due) {
    if (due.isEmpty()) {
      return Future.succeededFuture();
    }
    var ids = due.stream().map(Due::session).distinct().toList();
    return new Sessions(all)
        .all(ids)
        .compose(
            sessions ->
                new Links(all)
                    .all(sessions.stream().map(Session::link).distinct().toList())
                    .compose(links -> write(all, ahead, due, byId(sessions), titles(links))));
  }

  private static Map<Id, Session> byId(List<Session> sessions) {
    return sessions.stream().collect(Collectors.toMap(Session::id, Function.identity()));
  }

  private static Map<Id, String> titles(List<LinkView> links) {
    return links.stream().collect(Collectors.toMap(LinkView::id, LinkView::title));
  }

  private Future<Void> write(
      Records all, Ahead ahead, List<Due> due, Map<Id, Session> sessions, Map<Id, String> titles) {
    Future<Void> done = Future.succeededFuture();
    for (Due one : due) {
      var session = sessions.get(one.session());
      String title = session == null ? null : titles.get(session.link());
      if (session != null && title != null) {
        done = done.compose(next -> post.mailer().keep(all, letter(ahead, one, session, title)));
      }
    }
    return done;
  }

  private Mailer.Letter letter(Ahead ahead, Due due, Session session, String title) {
    String when = SchoolClock.when(session.starts());
    var words = post.words();
    return new Mailer.Letter(
            due.email(),
            words.say("mail.reminder.subject." + ahead.word(), when),
            words.say(
                "mail.reminder.body." + ahead.word(),
                due.name(),
                title,
                when,
                session.minutes(),
                post.url() + "/sessions/" + session.id()),
            Duration.between(post.clock().instant(), session.ends()))
        .of("reminder");
  }
}
