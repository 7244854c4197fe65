package org.linkroom.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Words;
import org.linkroom.people.Hashes;
import org.linkroom.people.Mailer;
import org.linkroom.testing.Town;

/// A concern that waits for a day is told of once more.
class UnreadTest {
  private static final String FROM = "Linkroom <linkroom@linkroom.example>";
  private static final Hashes HASHES = new Hashes("x".repeat(40));
  private static Town town;
  private static Unread unread;

  @BeforeAll
  static void open() {
    town = new Town();
    var smtp = new Mailer.Smtp("", 25, "", "", "none", FROM);
    var mailer = new Mailer(town.vertx(), town.records(), smtp, town.clock());
    unread =
        new Unread(
            new Post(
                town.vertx(),
                town.records(),
                mailer,
                new Words(),
                "https://linkroom.example",
                FROM,
                town.clock()),
            HASHES);
    var facilitator = town.person("Ruth");
    town.role(facilitator, "facilitator", town.programme());
    town.run("UPDATE person SET email = 'ruth@team.example' WHERE id = $1", facilitator);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void end() {
    town.run("DELETE FROM mail");
    town.run("DELETE FROM concern");
  }

  private static void raised(Duration ago, @Nullable Id reader) {
    town.run(
        "INSERT INTO concern (id, at, school, about, body, contact, reader, reader_email, token) VALUES ($1, $2, $3, 'child', 'Words', '', $4, 'reader@school.example', $5)",
        Id.random(),
        utc(town.now().minus(ago)),
        town.ours().id(),
        reader,
        reader == null ? "old" : null);
  }

  private static List<String> mails() {
    await(unread.run());
    return await(
        town.records()
            .list(
                "SELECT email || ' ' || body AS all FROM mail ORDER BY email",
                r -> r.getString("all")));
  }

  @Test
  void afterADayItsReaderAndTheTeamAreToldOnce() {
    raised(Duration.ofHours(25), town.ours().lead());
    var mails = mails();
    assertThat(mails).hasSize(2).noneMatch(mail -> mail.contains("Words"));
    assertThat(mails.getFirst()).startsWith("reader@").contains("/concerns");
    assertThat(mails.getLast())
        .startsWith("ruth@")
        .contains("nobody has read it yet", "01632 960101");
    assertThat(mails()).as("a second time").hasSize(2);
  }

  @Test
  void beforeADayNobodyIs() {
    raised(Duration.ofHours(23), town.ours().lead());
    assertThat(mails()).isEmpty();
  }

  @Test
  void whoReadsByALinkGetsANewOne() {
    raised(Duration.ofDays(2), null);
    String mail = mails().getFirst();
    String secret = mail.replaceAll("(?s).*/concern/read/(\\S+).*", "$1");
    assertThat(town.text("SELECT token FROM concern")).isEqualTo(HASHES.of(secret));
  }

  @Test
  void whereItsReaderHasLeftTheNextInTheOrderIsTold() {
    var left = town.person("A lead who left");
    town.run("UPDATE person SET left_at = now() WHERE id = $1", left);
    raised(Duration.ofDays(2), left);
    assertThat(mails()).anyMatch(mail -> mail.startsWith(town.ours().lead() + "@school.example"));
    assertThat(town.text("SELECT reader FROM concern")).isEqualTo(town.ours().lead().text());
  }
}
