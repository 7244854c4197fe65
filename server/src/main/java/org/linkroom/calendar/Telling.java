package org.linkroom.calendar;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// Writes to every adult of both classes when a session is proposed, agreed, moved or called off,
/// with an invitation that changes her calendar; the database itself says when somebody has become
/// an adult of a class, who then hears of what is agreed already. Whichever node is first tells a
/// change: the mails and that they were made are one transaction.
public final class Telling {
  private static final Duration EVERY = Duration.ofSeconds(15);

  /// Sessions of one run: a whole network's morning is told in some minutes.
  private static final int AT_ONCE = 40;

  private static final String DUE =
      "SELECT id FROM session WHERE told_turn < turn ORDER BY starts_at LIMIT 1 FOR UPDATE SKIP LOCKED";
  private static final String TOLD =
      """
      INSERT INTO session_told (session, person, state, starts_at, minutes, invited, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (session, person) DO UPDATE SET state = $3, starts_at = $4, minutes = $5, invited = $6, at = $7""";

  private final Post post;

  /// Make it; nothing runs before `start`.
  public Telling(Post post) {
    this.post = post;
  }

  /// Begin; closing ends it.
  public Repeat start() {
    return new Repeat(post.vertx(), "telling", EVERY, this::run);
  }

  /// Tell what is to be told now.
  public Future<Void> run() {
    return tell(AT_ONCE);
  }

  private Future<Void> tell(int most) {
    if (most == 0) {
      return Future.succeededFuture();
    }
    return post.records()
        .inTransaction(
            all ->
                all.one(DUE, row -> Records.id(row, "id"))
                    .compose(
                        found ->
                            found.isEmpty()
                                ? Future.succeededFuture(false)
                                : tell(all, found.get()).map(done -> true)))
        .compose(more -> more ? tell(most - 1) : Future.succeededFuture());
  }

  private Future<Void> tell(Records all, Id id) {
    return new Sessions(all)
        .find(id)
        .compose(
            session ->
                new Links(all)
                    .find(session.orElseThrow().link())
                    .compose(link -> tell(all, session.orElseThrow(), link)))
        .compose(done -> all.run("UPDATE session SET told_turn = turn WHERE id = $1", id))
        .mapEmpty();
  }

  private Future<Void> tell(Records all, Session session, Optional<LinkView> link) {
    if (link.isEmpty()) {
      return Future.succeededFuture();
    }
    return Grown.of(all, session.id()).compose(adults -> tell(all, session, link.get(), adults));
  }

  private Future<Void> tell(Records all, Session session, LinkView link, List<Grown> adults) {
    Future<Void> done = Future.succeededFuture();
    for (Grown adult : adults) {
      var news =
          News.of(
              session,
              adult.told(),
              adult.answers(),
              !adult.forBoth().isEmpty(),
              post.clock().instant());
      if (news != News.NONE) {
        done =
            done.compose(next -> post.mailer().keep(all, letter(session, link, adult, news)))
                .compose(kept -> told(all, session, adult, news));
      }
    }
    return done;
  }

  private Future<Void> told(Records all, Session session, Grown adult, News news) {
    var before = adult.told();
    boolean invited = news.invites() || (before != null && before.invited());
    return all.run(
            TOLD,
            session.id(),
            adult.id(),
            News.word(session.state()),
            Post.utc(session.starts()),
            session.minutes(),
            invited,
            Post.utc(post.clock().instant()))
        .mapEmpty();
  }

  private Mailer.Letter letter(Session session, LinkView link, Grown adult, News news) {
    Instant now = post.clock().instant();
    var words = post.words();
    String key = "mail." + news.name().toLowerCase(java.util.Locale.ROOT);
    String when = SchoolClock.when(session.starts());
    var told = adult.told();
    String before = told == null ? when : SchoolClock.when(told.starts());
    String address = post.url() + "/sessions/" + session.id();
    String body =
        words.say(
            key + ".body",
            adult.name(),
            link.title(),
            when,
            session.minutes(),
            address,
            before,
            adult.forBoth());
    boolean takesBack = news == News.OFF && told != null && told.invited();
    String invite = news.invites() || takesBack ? invite(session, link, adult, now) : "";
    return new Mailer.Letter(
        adult.email(),
        words.say(key + ".subject", when),
        body,
        Duration.between(now, session.ends()),
        news == News.PROPOSED ? "proposal" : "invitation",
        invite);
  }

  private String invite(Session session, LinkView link, Grown adult, Instant now) {
    var words = post.words();
    String address = post.url() + "/sessions/" + session.id();
    var happening =
        Happening.of(
            session,
            words.say("calendar.title", link.title()),
            words.say("calendar.text", address),
            post.url());
    return ICal.invitation(
        happening, new ICal.Guest(adult.name(), adult.email()), post.from(), now);
  }
}
