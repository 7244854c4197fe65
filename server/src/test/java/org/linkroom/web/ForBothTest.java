package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// The facilitator moves a link-up for both classes, or calls it off.
class ForBothTest {
  private static TestApp app;
  private static DemoTown town;
  private Visitor khan;
  private Visitor ruth;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void signIn() {
    app.clock().set(Instant.parse("2027-03-15T09:00:20Z"));
    khan = new Visitor(app.url());
    khan.signInAs("Miss Khan");
    ruth = new Visitor(app.url());
    ruth.signInAs("Ruth Lindley");
  }

  /// A link-up of 4B and 4K that Miss Khan has proposed.
  private String proposed(String day) {
    String path = "/links/" + town.link("4B", "4K") + "/sessions/new";
    var told = khan.submit(khan.get(path), path, "day", day, "clock", "10:30");
    return (told.page().select("#notices").isEmpty() ? told : khan.submit(told, path)).path();
  }

  private Answer moves(Answer on, String session, String... typed) {
    var told = ruth.submit(on, session + "/for-both", typed);
    return told.page().select("#notices").isEmpty()
        ? told
        : ruth.submit(told, session + "/for-both");
  }

  private static String state(Answer session) {
    return session.page().select("section.next .badge").text();
  }

  @Test
  void whatSheMovesIsAgreedForBothAndSaysWhoAndWhy() {
    String session = proposed("2027-03-18");
    assertThat(ruth.get(session).page().select("a[href=" + session + "/for-both]")).isNotEmpty();
    assertThat(khan.get(session).page().select("a[href=" + session + "/for-both]")).isEmpty();
    var on = ruth.get(session + "/for-both");
    assertThat(on.page().select("a[href^=tel:]")).hasSizeGreaterThanOrEqualTo(2);
    var missing = moves(on, session, "day", "2027-03-22", "clock", "14:00");
    assertThat(missing.status()).as("without a reason").isEqualTo(422);
    var moved = moves(missing, session, "why", "The hall is flooded");
    assertThat(state(moved)).isEqualTo("Agreed");
    var hers = khan.get(session);
    assertThat(state(hers)).isEqualTo("Agreed");
    assertThat(hers.says())
        .contains("Monday 22 March, 14:00", "Ruth Lindley of your linking programme set this time")
        .contains("The hall is flooded");
    assertThat(audited("session.settle", session)).isEqualTo("1");
    var twice = moves(on, session, "day", "2027-03-22", "clock", "14:00", "why", "The hall");
    assertThat(twice.path()).as("a double click").isEqualTo(session);
    assertThat(audited("session.settle", session)).isEqualTo("1");
  }

  @Test
  void whatThereIsToKnowOfTheTimeComesFirst() {
    String session = proposed("2027-03-19");
    var on = ruth.get(session + "/for-both");
    var told =
        ruth.submit(
            on, session + "/for-both", "day", "2027-03-21", "clock", "14:00", "why", "A visit");
    assertThat(told.page().select("#notices").text()).contains("It is a weekend");
    assertThat(khan.get(session).says()).contains("Friday 19 March, 10:30");
    assertThat(state(ruth.submit(told, session + "/for-both"))).isEqualTo("Agreed");
  }

  @Test
  void aTeachersMoveInBetweenIsToldAndAfterwardsTheDecisionIsNoMore() {
    String session = proposed("2027-03-23");
    var open = ruth.get(session + "/for-both");
    moves(ruth.get(session + "/for-both"), session, "day", "2027-03-24", "why", "A visit");
    var crossed = moves(open, session, "day", "2027-03-25", "why", "Another visit");
    assertThat(crossed.status()).isEqualTo(409);
    assertThat(crossed.wrong("when")).contains("it is planned for Wednesday 24 March, 10:30 now");
    var move = session + "/move";
    var told = khan.submit(khan.get(move), move, "day", "2027-03-26");
    if (!told.page().select("#notices").isEmpty()) {
      told = khan.submit(told, move);
    }
    assertThat(state(told)).isEqualTo("Proposed");
    assertThat(told.says()).doesNotContain("Ruth Lindley of your linking programme");
  }

  @Test
  void whatSheCallsOffIsOffForBothWithHerReason() {
    String session = proposed("2027-04-01");
    String off = session + "/for-both/off";
    var on = ruth.get(session + "/for-both");
    assertThat(ruth.press(on, off).status()).as("without a reason").isEqualTo(422);
    assertThat(state(ruth.submit(on, off, "offwhy", "Snow"))).isEqualTo("Called off");
    assertThat(khan.get(session).says())
        .contains("Snow", "Ruth Lindley of your linking programme called it off for both classes");
    assertThat(ruth.submit(on, off, "offwhy", "Snow").status()).as("twice").isEqualTo(200);
    assertThat(ruth.get(session + "/for-both").status()).isEqualTo(409);
    assertThat(audited("session.off", session)).isEqualTo("1");
  }

  @Test
  void theDayLeadsThere() {
    var session = "/sessions/" + town.nextSession(town.link("4B", "4K"));
    app.clock().set(Instant.now());
    var day = ruth.get("/day");
    assertThat(day.page().select("a[href=" + session + "/for-both]")).isNotEmpty();
  }

  private static String audited(String what, String session) {
    return town.database()
        .one(
            "SELECT count(*)::text FROM audit WHERE what = ? AND subject = ?",
            what,
            session.substring("/sessions/".length()));
  }
}
