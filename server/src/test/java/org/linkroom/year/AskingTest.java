package org.linkroom.year;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Words;
import org.linkroom.calendar.Post;
import org.linkroom.people.Mailer;
import org.linkroom.testing.Town;

/// Each half year each school is asked who its adults are, until it has said it.
class AskingTest {
  private static final Instant SEPTEMBER = Instant.parse("2026-08-31T23:00:00Z");
  private static Town town;
  private static Rounds rounds;

  @BeforeAll
  static void open() {
    town = new Town();
    rounds = new Rounds(town.records());
    town.run("UPDATE school SET made_at = '2026-06-01T00:00:00Z'");
    town.role(town.person("Office of Hilltop"), "office", town.ours().id());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void end() {
    town.run("DELETE FROM mail");
    town.run("DELETE FROM adults_round");
  }

  private static Asking asking() {
    var smtp = new Mailer.Smtp("", 25, "", "", "none", "linkroom@linkroom.example");
    var mailer = new Mailer(town.vertx(), town.records(), smtp, town.clock());
    String from = "linkroom@linkroom.example";
    return new Asking(
        new Post(
            town.vertx(),
            town.records(),
            mailer,
            new Words(),
            "https://l.example",
            from,
            town.clock()));
  }

  /// Two nodes at this moment.
  private static void at(Instant moment) {
    town.set(moment);
    await(Future.all(asking().run(), asking().run()));
  }

  private static List<String> mails() {
    return await(
        town.records()
            .list(
                "SELECT p.name || ': ' || m.subject AS line FROM mail m JOIN person p ON p.email = m.email WHERE m.kind = 'adults' ORDER BY p.name, m.subject",
                row -> row.getString("line")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-31T22:59:59Z, 2026-01-01",
    "2026-08-31T23:00:00Z, 2026-09-01",
    "2026-12-31T23:59:59Z, 2026-09-01",
    "2027-01-01T00:00:00Z, 2027-01-01",
    "2027-08-31T12:00:00Z, 2027-01-01",
  })
  void aHalfYearBeginsInSeptemberAndInJanuary(Instant now, String first) {
    assertThat(Round.at(now).first()).hasToString(first);
  }

  @Test
  void headAndOfficeAreAskedOnceOnTheFirstDay() {
    at(SEPTEMBER.minusSeconds(1));
    assertThat(mails()).isEmpty();
    at(SEPTEMBER);
    at(SEPTEMBER.plusSeconds(60));
    assertThat(mails())
        .containsExactly(
            "Head of Hilltop Primary: Who are the adults of Hilltop Primary?",
            "Head of Riverside Primary: Who are the adults of Riverside Primary?",
            "Head of Thornfield School: Who are the adults of Thornfield School?",
            "Office of Hilltop: Who are the adults of Hilltop Primary?");
  }

  @Test
  void whoHasNotAnsweredIsRemindedOnceAfterTwoWeeks() {
    at(SEPTEMBER);
    town.run("DELETE FROM mail");
    assertThat(await(rounds.confirm(town.ours().id(), town.ours().head(), SEPTEMBER))).isTrue();
    assertThat(await(rounds.confirm(town.ours().id(), town.ours().head(), SEPTEMBER))).isFalse();
    at(SEPTEMBER.plus(Duration.ofDays(14)).minusSeconds(1));
    assertThat(mails()).isEmpty();
    at(SEPTEMBER.plus(Duration.ofDays(14)));
    at(SEPTEMBER.plus(Duration.ofDays(15)));
    assertThat(mails())
        .containsExactly(
            "Head of Riverside Primary: Please look at the adults of Riverside Primary",
            "Head of Thornfield School: Please look at the adults of Thornfield School");
    assertThat(await(rounds.waiting(town.programme(), town.now())))
        .containsExactly(
            new Rounds.Waiting(town.theirs().id(), "Riverside Primary", true),
            new Rounds.Waiting(town.other().id(), "Thornfield School", true));
  }

  @Test
  void aNetworkThatBeginsInNovemberIsNotAskedForSeptember() {
    at(SEPTEMBER.plus(Round.LATEST));
    assertThat(mails()).isEmpty();
    at(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(mails()).hasSize(4);
  }

  @Test
  void whoHasSaidItBeforeBeingAskedIsNotAsked() {
    assertThat(await(rounds.open(town.ours().id(), SEPTEMBER))).isTrue();
    await(rounds.confirm(town.ours().id(), town.ours().head(), SEPTEMBER));
    assertThat(await(rounds.open(town.ours().id(), SEPTEMBER))).isFalse();
    at(SEPTEMBER);
    assertThat(mails()).hasSize(2);
    assertThat(await(rounds.open(town.ours().id(), Instant.parse("2027-01-02T09:00:00Z"))))
        .isTrue();
  }

  @Test
  void aSchoolThatCameLaterHasNamedItsAdultsJustNow() {
    town.run("UPDATE school SET made_at = '2026-09-05T00:00:00Z' WHERE id = $1", town.other().id());
    at(SEPTEMBER.plus(Duration.ofDays(6)));
    assertThat(mails()).hasSize(3);
    assertThat(await(rounds.open(town.other().id(), town.now()))).isFalse();
    town.run("UPDATE school SET made_at = '2026-06-01T00:00:00Z'");
  }
}
