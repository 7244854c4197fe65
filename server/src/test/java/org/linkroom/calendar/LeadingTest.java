package org.linkroom.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Words;
import org.linkroom.people.Mailer;
import org.linkroom.testing.Town;

/// Heads and safeguarding leads are asked once, and told on Fridays of the week to come.
class LeadingTest {
  private static final Instant FRIDAY = Instant.parse("2026-11-27T12:00:00Z");
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void end() {
    town.run("DELETE FROM mail");
    town.run("DELETE FROM digest");
    town.run("DELETE FROM session");
    town.run("UPDATE school SET leader_yes = 'standing'");
  }

  private static Leading leading() {
    var smtp = new Mailer.Smtp("", 25, "", "", "none", "linkroom@linkroom.example");
    var mailer = new Mailer(town.vertx(), town.records(), smtp, town.clock());
    return new Leading(
        new Post(
            town.vertx(),
            town.records(),
            mailer,
            new Words(),
            "https://linkroom.example",
            "linkroom@linkroom.example",
            town.clock()));
  }

  private static List<String> mails(String kind) {
    return await(
        town.records()
            .list(
                "SELECT p.name || ': ' || m.subject || '\n' || m.body AS all FROM mail m JOIN person p ON p.email = m.email WHERE m.kind = $1 ORDER BY p.name",
                row -> row.getString("all"),
                kind));
  }

  @Test
  void whoGivesItsYesToEachIsAskedOnceAndAnewWhenItMoves() {
    town.set(FRIDAY.minus(Duration.ofDays(2)));
    town.run("UPDATE school SET leader_yes = 'each' WHERE id = $1", town.ours().id());
    var session = town.session("agreed", FRIDAY.plus(Duration.ofDays(4)), 40);
    await(Future.all(leading().run(), leading().run()));
    assertThat(mails("leader")).hasSize(2);
    assertThat(mails("leader").getFirst())
        .startsWith("Head of Hilltop Primary: Please say yes to a link-up: Tuesday 1 December")
        .contains("https://linkroom.example/sessions/" + session + "/leader");
    town.run("UPDATE session SET starts_at = starts_at + interval '1 day'");
    await(leading().run());
    assertThat(mails("leader")).hasSize(4);
  }

  @Test
  void onFridayAtNoonTheLeadersOfBothSchoolsHearOnceOfTheWeekToCome() {
    var session = town.session("agreed", FRIDAY.plus(Duration.ofDays(4)), 40);
    town.session("agreed", FRIDAY.plus(Duration.ofDays(11)), 40);
    town.set(FRIDAY.minusSeconds(1));
    await(leading().run());
    assertThat(mails("digest")).isEmpty();
    town.set(FRIDAY);
    await(Future.all(leading().run(), leading().run()));
    assertThat(mails("digest")).hasSize(4);
    assertThat(mails("digest").getFirst())
        .contains("Link-ups of next week at Hilltop Primary", "Tuesday 1 December, 12:00")
        .contains("/sessions/" + session + "/leader")
        .doesNotContain("Tuesday 8 December");
  }
}
