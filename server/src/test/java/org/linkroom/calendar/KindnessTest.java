package org.linkroom.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Words;
import org.linkroom.people.Mailer;
import org.linkroom.testing.Town;

/// What goes amiss is told kindly, once, to those who can do something.
class KindnessTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @BeforeEach
  void itIsTheStart() {
    town.set(START);
  }

  @AfterEach
  void end() {
    town.run("DELETE FROM mail");
    town.run("DELETE FROM kit_check");
    town.run("DELETE FROM session");
  }

  private static Kindness kindness() {
    var smtp = new Mailer.Smtp("", 25, "", "", "none", "linkroom@linkroom.example");
    var mailer = new Mailer(town.vertx(), town.records(), smtp, town.clock());
    return new Kindness(
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
    await(Future.all(kindness().run(), kindness().run()));
    return await(
        town.records()
            .list(
                "SELECT p.name || ': ' || m.body AS all FROM mail m JOIN person p ON p.email = m.email WHERE m.kind = $1 ORDER BY p.name",
                row -> row.getString("all"),
                kind));
  }

  private static void came(Id session, Id classId) {
    town.run(
        "INSERT INTO room_journal (line, room, at, what, class) VALUES ($1, $2, $3, 'device.came', $4)",
        Id.random(),
        session,
        utc(town.now()),
        classId);
  }

  @Test
  void aClassWhosePartnerWaitsIsCalledOnceAfterFourMinutes() {
    var session = town.session("open", START, 40);
    town.set(START.plusSeconds(240));
    assertThat(mails("waiting")).as("nobody is there").isEmpty();
    came(session, town.ours().schoolClass());
    town.set(START.plusSeconds(239));
    assertThat(mails("waiting")).as("not yet").isEmpty();
    town.set(START.plusSeconds(240));
    assertThat(mails("waiting"))
        .singleElement()
        .asString()
        .startsWith("Teacher of 4K: ")
        .contains("no harm is done", "/sessions/" + session);
    assertThat(mails("waiting")).hasSize(1);
  }

  @Test
  void whereBothAreThereNobodyIsCalled() {
    var session = town.session("open", START, 40);
    came(session, town.ours().schoolClass());
    came(session, town.theirs().schoolClass());
    town.set(START.plusSeconds(300));
    assertThat(mails("waiting")).isEmpty();
  }

  @Test
  void whoDidNotMeetIsOfferedThreeTimesThatSuitBoth() {
    var session = town.session("ended", START, 40);
    for (var school : List.of(town.ours(), town.theirs())) {
      town.run(
          "INSERT INTO session_told VALUES ($1, $2, 'agreed', $3, 40, true, $3)",
          session,
          school.teacher(),
          utc(START));
    }
    town.set(START.plusSeconds(3600));
    assertThat(mails("missed")).hasSize(2);
    assertThat(mails("missed").getFirst())
        .contains("did not come about", "26 November", "27 November", "30 November")
        .contains("/links/" + town.link() + "/sessions/new");
  }

  @Test
  void whoMetHearsNothing() {
    var session = town.session("ended", START, 40);
    town.run("UPDATE session SET live_at = starts_at WHERE id = $1", session);
    town.set(START.plusSeconds(3600));
    assertThat(mails("missed")).isEmpty();
  }

  @Test
  void aDeviceThatWillNotDoIsToldToTheTeacherAndTheFacilitator() {
    var session = town.session("agreed", START.plusSeconds(86400), 40);
    var ruth = town.person("Ruth Lindley");
    town.role(ruth, "facilitator", town.programme());
    town.run(
        "INSERT INTO kit_check (id, number, at, verdict, findings, measured, session, class, programme) VALUES ($1, 'AAAAAA', $2, 'bad', 'camera:blocked', '{}', $3, $4, $5)",
        new Id("kit123456789"),
        utc(START),
        session,
        town.ours().schoolClass(),
        town.programme());
    assertThat(mails("device")).hasSize(2);
    assertThat(mails("device").getFirst())
        .startsWith("Ruth Lindley: ")
        .contains("https://linkroom.example/checks/kit123456789");
    assertThat(mails("device").getLast()).startsWith("Teacher of 4B: ");
  }
}
