package org.linkroom.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;
import org.linkroom.session.Diaries;
import org.linkroom.session.Feasts;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// Kind mails when something goes amiss: to a class whose partner waits for it, to both where they
/// did not meet, and to who can help where a classroom's device will not do. Each once.
public final class Kindness {
  private static final Duration EVERY = Duration.ofSeconds(20);

  /// Forgetting a little is human: the partner is called after four minutes.
  private static final Duration WAITED = Duration.ofMinutes(4);

  private static final Duration STILL_TIME = Duration.ofMinutes(15);
  private static final Duration LATELY = Duration.ofDays(1);
  private static final Duration GOOD = Duration.ofDays(7);
  private static final int USUAL = 40;

  private static final String WAITING =
      """
      INSERT INTO kind_word (session, what, about, at)
      SELECT s.id, 'waiting', lc.class, $1 FROM session s JOIN link_class lc ON lc.link = s.link
      WHERE s.state = 'open' AND s.kind = 'link-up' AND s.starts_at <= $2 AND s.starts_at > $3
        AND NOT EXISTS (SELECT 1 FROM room_journal j WHERE j.room = s.id AND j.what = 'device.came' AND j.class = lc.class)
        AND EXISTS (SELECT 1 FROM room_journal j WHERE j.room = s.id AND j.what = 'device.came' AND j.class <> lc.class)
      LIMIT 100 ON CONFLICT DO NOTHING RETURNING session, what, about""";
  private static final String MISSED =
      """
      INSERT INTO kind_word (session, what, about, at)
      SELECT s.id, 'missed', s.id, $1 FROM session s
      WHERE s.state = 'ended' AND s.kind = 'link-up' AND s.live_at IS NULL AND s.starts_at <= $2 AND s.starts_at > $3
        AND EXISTS (SELECT 1 FROM session_told t WHERE t.session = s.id)
      LIMIT 100 ON CONFLICT DO NOTHING RETURNING session, what, about""";
  private static final String DEVICE =
      """
      INSERT INTO kind_word (session, what, about, at)
      SELECT k.session, 'device', k.id, $1 FROM kit_check k JOIN session s ON s.id = k.session
      WHERE k.verdict = 'bad' AND k.done_at IS NULL AND k.at <= $2 AND k.at > $3 AND s.starts_at > $1
        AND s.state IN ('proposed', 'agreed', 'open')
      LIMIT 100 ON CONFLICT DO NOTHING RETURNING session, what, about""";

  private static final String ADULTS =
      """
      SELECT DISTINCT p.name, p.email FROM session s JOIN link_class lc ON lc.link = s.link JOIN role r ON r.class = lc.class
      JOIN person p ON p.id = r.person AND p.left_at IS NULL WHERE s.id = $1 AND ($2::text IS NULL OR lc.class = $2)""";
  private static final String HELPERS =
      """
      SELECT p.name, p.email FROM person p WHERE p.left_at IS NULL AND p.id IN (
        SELECT r.person FROM kit_check k JOIN role r ON r.programme = k.programme AND r.kind = 'facilitator' WHERE k.id = $1
        UNION SELECT r.person FROM kit_check k JOIN session s ON s.id = k.session
          JOIN link_class lc ON lc.link = s.link AND (k.class IS NULL OR lc.class = k.class)
          JOIN role r ON r.class = lc.class AND r.kind = 'teacher' WHERE k.id = $1)""";

  private final Post post;
  private final Feasts feasts = Feasts.read();

  /// Make it; nothing runs before `start`.
  public Kindness(Post post) {
    this.post = post;
  }

  /// Begin; closing ends it.
  public Repeat start() {
    return new Repeat(post.vertx(), "kindness", EVERY, this::run);
  }

  private record Word(Id session, String what, Id about) {
    static Word read(Row row) {
      return new Word(Records.id(row, "session"), row.getString("what"), Records.id(row, "about"));
    }
  }

  private record To(String name, String email) {
    static To read(Row row) {
      return new To(row.getString("name"), row.getString("email"));
    }
  }

  /// Write what is due now.
  public Future<Void> run() {
    Instant now = post.clock().instant();
    return each(WAITING, now, now.minus(WAITED), now.minus(STILL_TIME))
        .compose(done -> each(MISSED, now, now, now.minus(LATELY)))
        .compose(done -> each(DEVICE, now, now, now.minus(LATELY)));
  }

  private Future<Void> each(String sql, Instant now, Instant until, Instant from) {
    return post.records()
        .inTransaction(
            all ->
                all.list(sql, Word::read, Post.utc(now), Post.utc(until), Post.utc(from))
                    .compose(words -> each(all, words)));
  }

  private Future<Void> each(Records all, List<Word> words) {
    return Records.each(
        words,
        word ->
            new Sessions(all)
                .find(word.session())
                .compose(session -> write(all, word, session.orElseThrow())));
  }

  private Future<Void> write(Records all, Word word, Session session) {
    return new Links(all)
        .find(session.link())
        .compose(
            link ->
                slots(all, word, link)
                    .compose(
                        slots ->
                            to(all, word)
                                .compose(to -> mail(all, word, session, link, slots, to))));
  }

  private Future<List<To>> to(Records all, Word word) {
    return word.what().equals("device")
        ? all.list(HELPERS, To::read, word.about())
        : all.list(
            ADULTS, To::read, word.session(), word.what().equals("waiting") ? word.about() : null);
  }

  private Future<String> slots(Records all, Word word, Optional<LinkView> link) {
    if (!word.what().equals("missed") || link.isEmpty()) {
      return Future.succeededFuture("");
    }
    return new Diaries(all)
        .slots(feasts, link.get(), USUAL, post.clock().instant())
        .map(all3 -> all3.stream().map(SchoolClock::when).collect(Collectors.joining("\n")));
  }

  private Future<Void> mail(
      Records all, Word word, Session session, Optional<LinkView> link, String slots, List<To> to) {
    String when = SchoolClock.when(session.starts());
    String title = link.map(LinkView::title).orElse("");
    String path =
        switch (word.what()) {
          case "device" -> "/checks/" + word.about();
          case "missed" -> "/links/" + session.link() + "/sessions/new";
          default -> "/sessions/" + session.id();
        };
    String key = "mail." + word.what();
    Future<Void> done = Future.succeededFuture();
    for (To one : to) {
      String body =
          post.words().say(key + ".body", one.name(), title, when, post.url() + path, slots);
      var letter =
          new Mailer.Letter(one.email(), post.words().say(key + ".subject"), body, GOOD)
              .of(word.what());
      done = done.compose(next -> post.mailer().keep(all, letter));
    }
    return done;
  }
}
