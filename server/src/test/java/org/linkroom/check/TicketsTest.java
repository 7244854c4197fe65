package org.linkroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

class TicketsTest {
  private static Town town;
  private static Tickets tickets;

  @BeforeAll
  static void open() {
    town = new Town();
    tickets = new Tickets(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Id session() {
    return town.session("agreed", town.now().plus(Duration.ofDays(1)), 40);
  }

  private static Tickets.Where of(@Nullable Id session) {
    return new Tickets.Where(
        "a browser",
        session == null ? null : town.ours().teacher(),
        session,
        session == null ? null : town.ours().schoolClass(),
        session == null ? null : town.programme());
  }

  private static Id kept(Finding finding, Instant at, Tickets.Where where) {
    var id = Id.random();
    await(tickets.keep(id, at, List.of(finding), Optional.empty(), where));
    return id;
  }

  private static List<Id> waiting() {
    return await(tickets.waiting(List.of(town.programme()), town.now())).stream()
        .map(Tickets.Waiting::id)
        .toList();
  }

  @Test
  void whatWasFoundIsFoundAgainByItsIdAndByItsNumber() {
    var session = session();
    var measured = Measured.read(KitCheckTest.ALL_WELL);
    var findings = List.of(Finding.CAMERA_GOOD, Finding.LINE_POLLS);
    var id = Id.random();
    await(tickets.keep(id, town.now(), findings, measured, of(session)));
    var ticket = await(tickets.find(id)).orElseThrow();
    assertThat(ticket.findings()).isEqualTo(findings);
    assertThat(ticket.verdict()).isEqualTo(Verdict.CARE);
    assertThat(ticket.measured()).isEqualTo(measured).isPresent();
    assertThat(ticket.by()).isEqualTo("Teacher of 4B");
    assertThat(ticket.classLabel()).isEqualTo("4B");
    assertThat(ticket.troubles()).containsExactly(Finding.LINE_POLLS);
    assertThat(ticket.number()).matches("[0-9A-Z]{6}");
    assertThat(await(tickets.numbered(ticket.number()))).contains(ticket);
    assertThat(await(tickets.of(session))).containsExactly(ticket);
  }

  @Test
  void aFormThatIsSentTwiceMakesOneTicket() {
    var session = session();
    var id = Id.random();
    for (int i = 0; i < 2; i++) {
      var once = List.of(Finding.CAMERA_GOOD);
      await(tickets.keep(id, town.now(), once, Optional.empty(), of(session)));
    }
    assertThat(await(tickets.of(session))).hasSize(1);
  }

  @Test
  void aBadOneWaitsForTheFacilitatorUntilSomebodyHasSeenToIt() {
    var bad = kept(Finding.CAMERA_BLOCKED, town.now(), of(session()));
    var care = kept(Finding.LINE_POLLS, town.now(), of(session()));
    var nobodys = kept(Finding.CAMERA_BLOCKED, town.now(), of(null));
    assertThat(waiting()).contains(bad).doesNotContain(care, nobodys);
    await(tickets.done(bad, town.ours().head(), town.now()));
    assertThat(waiting()).doesNotContain(bad);
    assertThat(await(tickets.find(bad)).orElseThrow().done()).isTrue();
  }

  @Test
  void aLaterCheckOfTheSameClassTakesThePlaceOfABadOne() {
    var session = session();
    var bad = kept(Finding.CAMERA_BLOCKED, town.now(), of(session));
    assertThat(waiting()).contains(bad);
    kept(Finding.CAMERA_GOOD, town.now().plusSeconds(60), of(session));
    assertThat(waiting()).doesNotContain(bad);
  }

  @Test
  void nothingWaitsForASessionThatIsOver() {
    var over = town.session("cancelled", town.now().plus(Duration.ofDays(1)), 40);
    assertThat(waiting()).doesNotContain(kept(Finding.CAMERA_BLOCKED, town.now(), of(over)));
  }

  @Test
  void oneOfNobodysIsGivenToASessionAndStaysThere() {
    var session = session();
    var loose = kept(Finding.CAMERA_BLOCKED, town.now(), of(null));
    assertThat(await(tickets.give(loose, of(session)))).isTrue();
    assertThat(await(tickets.find(loose)).orElseThrow().session()).isEqualTo(session);
    assertThat(await(tickets.give(loose, of(session)))).isTrue();
    assertThat(await(tickets.give(loose, of(session())))).isFalse();
  }
}
