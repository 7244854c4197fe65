package org.linkroom.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;
import org.linkroom.session.SchoolClock;

/// Writes to heads and safeguarding leads: to ask for a yes where their school gives it to each
/// session, and on Fridays what the week to come brings. Each once, whichever node is first.
public final class Leading {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration ASKED_FOR = Duration.ofDays(7);
  private static final LocalTime NOON = LocalTime.NOON;

  private static final String ASK =
      """
      WITH due AS (
        SELECT DISTINCT s.id, c.school, s.starts_at FROM session s JOIN link_class lc ON lc.link = s.link
        JOIN school_class c ON c.id = lc.class JOIN school o ON o.id = c.school AND o.leader_yes = 'each'
        WHERE s.state = 'agreed' AND s.kind = 'link-up' AND s.starts_at > $1
          AND NOT EXISTS (SELECT 1 FROM leader_asked k WHERE k.session = s.id AND k.school = c.school AND k.starts_at = s.starts_at)
        LIMIT 100),
      asked AS (
        INSERT INTO leader_asked (session, school, starts_at) SELECT id, school, starts_at FROM due
        ON CONFLICT DO NOTHING RETURNING session, school)
      SELECT DISTINCT p.name, p.email, o.name AS school, asked.session, s.starts_at, s.minutes,
        (SELECT string_agg(k.label, ' and ' ORDER BY m.place) FROM link_class m JOIN school_class k ON k.id = m.class WHERE m.link = s.link) AS title
      FROM asked JOIN session s ON s.id = asked.session JOIN school o ON o.id = asked.school
      JOIN role r ON r.school = o.id AND r.kind IN ('headteacher', 'safeguarding')
      JOIN person p ON p.id = r.person AND p.left_at IS NULL""";

  private static final String WEEK =
      """
      WITH coming AS (
        SELECT DISTINCT c.school, s.id, s.starts_at, s.minutes, s.link FROM session s JOIN link_class lc ON lc.link = s.link
        JOIN school_class c ON c.id = lc.class
        WHERE s.state IN ('proposed', 'agreed') AND s.kind = 'link-up' AND s.starts_at >= $2 AND s.starts_at < $3),
      told AS (
        INSERT INTO digest (school, friday) SELECT DISTINCT school, $1::date FROM coming ON CONFLICT DO NOTHING RETURNING school)
      SELECT DISTINCT p.name, p.email, o.name AS school, coming.id AS session, coming.starts_at, coming.minutes,
        (SELECT string_agg(k.label, ' and ' ORDER BY m.place) FROM link_class m JOIN school_class k ON k.id = m.class WHERE m.link = coming.link) AS title
      FROM told JOIN coming ON coming.school = told.school JOIN school o ON o.id = told.school
      JOIN role r ON r.school = o.id AND r.kind IN ('headteacher', 'safeguarding')
      JOIN person p ON p.id = r.person AND p.left_at IS NULL ORDER BY p.email, coming.starts_at""";

  private final Post post;

  /// Make it; nothing runs before `start`.
  public Leading(Post post) {
    this.post = post;
  }

  /// Begin; closing ends it.
  public Repeat start() {
    return new Repeat(post.vertx(), "leading", EVERY, this::run);
  }

  /// Write what is due now.
  public Future<Void> run() {
    Instant now = post.clock().instant();
    return post.records()
        .inTransaction(
            all -> all.list(ASK, Line::read, Post.utc(now)).compose(lines -> ask(all, lines)))
        .compose(done -> week(now));
  }

  /// One session in one leader's mail.
  private record Line(
      String name,
      String email,
      String school,
      Id session,
      Instant starts,
      int minutes,
      String title) {
    static Line read(Row row) {
      return new Line(
          row.getString("name"),
          row.getString("email"),
          row.getString("school"),
          Records.id(row, "session"),
          row.getOffsetDateTime("starts_at").toInstant(),
          row.getInteger("minutes"),
          row.getString("title"));
    }
  }

  private String address(Line line) {
    return post.url() + "/sessions/" + line.session() + "/leader";
  }

  private Future<Void> ask(Records all, List<Line> lines) {
    Future<Void> done = Future.succeededFuture();
    for (Line line : lines) {
      String body =
          post.words()
              .say(
                  "mail.leader.body",
                  line.name(),
                  line.title(),
                  SchoolClock.when(line.starts()),
                  line.minutes(),
                  address(line));
      String subject = post.words().say("mail.leader.subject", SchoolClock.when(line.starts()));
      done =
          done.compose(
              next ->
                  post.mailer()
                      .keep(
                          all,
                          new Mailer.Letter(line.email(), subject, body, ASKED_FOR).of("leader")));
    }
    return done;
  }

  /// From Friday noon on, of the seven days from Monday.
  private Future<Void> week(Instant now) {
    var local = now.atZone(SchoolClock.LONDON);
    if (local.getDayOfWeek() != DayOfWeek.FRIDAY || local.toLocalTime().isBefore(NOON)) {
      return Future.succeededFuture();
    }
    var monday = local.toLocalDate().plusDays(3);
    return post.records()
        .inTransaction(
            all ->
                all.list(
                        WEEK,
                        Line::read,
                        local.toLocalDate(),
                        Post.utc(monday.atStartOfDay(SchoolClock.LONDON).toInstant()),
                        Post.utc(monday.plusDays(7).atStartOfDay(SchoolClock.LONDON).toInstant()))
                    .compose(lines -> digest(all, lines)));
  }

  private Future<Void> digest(Records all, List<Line> lines) {
    Map<String, List<Line>> byLeader =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.email() + " " + line.school(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return Records.each(byLeader.values(), hers -> post.mailer().keep(all, digest(hers)));
  }

  private Mailer.Letter digest(List<Line> hers) {
    var first = hers.getFirst();
    String rows =
        hers.stream()
            .map(
                line ->
                    post.words()
                        .say(
                            "mail.digest.row",
                            SchoolClock.when(line.starts()),
                            line.title(),
                            line.minutes(),
                            address(line)))
            .collect(Collectors.joining("\n\n"));
    return new Mailer.Letter(
            first.email(),
            post.words().say("mail.digest.subject", first.school()),
            post.words().say("mail.digest.body", first.name(), first.school(), rows),
            ASKED_FOR)
        .of("digest");
  }
}
