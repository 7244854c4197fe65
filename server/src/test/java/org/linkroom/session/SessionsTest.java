package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.base.Id;
import org.linkroom.people.People;
import org.linkroom.people.Person;
import org.linkroom.session.Transitions.Event;
import org.linkroom.testing.Town;

class SessionsTest {
  private static Town town;
  private static Sessions sessions;
  private static Person teacher;
  private static Person partner;

  @BeforeAll
  static void open() {
    town = new Town();
    sessions = new Sessions(town.records());
    var people = new People(town.records());
    teacher = await(people.find(town.ours().teacher())).orElseThrow();
    partner = await(people.find(town.theirs().teacher())).orElseThrow();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void aLinkUpIsProposedByOneClass() {
    var session = find(propose("link-up"));
    assertThat(session.state()).isEqualTo(SessionState.PROPOSED);
    assertThat(session.link()).isEqualTo(town.link());
    assertThat(session.starts()).isEqualTo(town.now());
    assertThat(session.ends()).isEqualTo(town.now().plus(Duration.ofMinutes(40)));
    assertThat(session.note()).isEqualTo("Bring three questions");
    assertThat(session.proposedBy()).isEqualTo(teacher.id());
    assertThat(session.byClass()).isEqualTo(town.ours().schoolClass());
    assertThat(session.turn()).isZero();
    assertThat(session.why()).isEmpty();
    assertThat(session.liveAt()).isNull();
    assertThat(session.endedAt()).isNull();
  }

  @Test
  void aCallOfTheTeachersNeedsNoYes() {
    var session = find(propose("teachers-call"));
    assertThat(session.state()).isEqualTo(SessionState.AGREED);
    assertThat(session.teachersCall()).isTrue();
  }

  @Test
  void aFormThatIsPressedTwiceMakesOneSession() {
    var id = Id.random();
    await(sessions.propose(id, draft("link-up", town.link())));
    var session = find(id);
    assertThat(await(sessions.propose(id, draft("teachers-call", town.link())))).isEqualTo(id);
    assertThat(find(id)).isEqualTo(session);
  }

  @Test
  void twoTeachersWhoRingAtOnceComeIntoOneCall() {
    var link = town.link(town.other().schoolClass());
    var draft = draft("teachers-call", link);
    var both =
        await(
            Future.all(
                sessions.call(Id.random(), draft, town.now()),
                sessions.call(Id.random(), draft, town.now())));
    assertThat(both.<Id>resultAt(0)).isEqualTo(both.<Id>resultAt(1));
    assertThat(await(sessions.call(Id.random(), draft, town.now().plusSeconds(2399))))
        .isEqualTo(both.<Id>resultAt(0));
    assertThat(await(sessions.call(Id.random(), draft, town.now().plusSeconds(2400))))
        .as("the first is over")
        .isNotEqualTo(both.<Id>resultAt(0));
  }

  @Test
  void theOtherClassSaysYes() {
    var session = find(propose("link-up"));
    assertThat(await(sessions.go(session, Event.ACCEPT, ""))).isTrue();
    assertThat(find(session.id()).state()).isEqualTo(SessionState.AGREED);
    assertThat(find(session.id()).turn()).isEqualTo(1);
  }

  @Test
  void anotherTimeIsAProposalOfWhoeverNamesIt() {
    var session = agreed();
    var later = town.now().plus(Duration.ofDays(1));
    assertThat(await(sessions.move(session, later, 30, town.theirs().schoolClass(), partner)))
        .isTrue();
    var moved = find(session.id());
    assertThat(moved.state()).isEqualTo(SessionState.PROPOSED);
    assertThat(moved.starts()).isEqualTo(later);
    assertThat(moved.minutes()).isEqualTo(30);
    assertThat(moved.byClass()).isEqualTo(town.theirs().schoolClass());
    assertThat(moved.proposedBy()).isEqualTo(partner.id());
  }

  @Test
  void whyItIsCalledOffIsKept() {
    var session = agreed();
    assertThat(await(sessions.go(session, Event.CANCEL, "The hall is taken"))).isTrue();
    var cancelled = find(session.id());
    assertThat(cancelled.state()).isEqualTo(SessionState.CANCELLED);
    assertThat(cancelled.why()).isEqualTo("The hall is taken");
    assertThat(await(sessions.go(cancelled, Event.ACCEPT, ""))).isFalse();
    assertThat(find(session.id())).isEqualTo(cancelled);
  }

  @Test
  void aChangeFromAnOldTurnDoesNothing() {
    var old = find(propose("link-up"));
    assertThat(await(sessions.go(old, Event.CANCEL, "Snow"))).isTrue();
    var now = find(old.id());
    assertThat(await(sessions.go(old, Event.ACCEPT, ""))).isFalse();
    assertThat(
            await(
                sessions.move(
                    old, town.now().plusSeconds(60), 30, town.ours().schoolClass(), teacher)))
        .isFalse();
    assertThat(find(old.id())).isEqualTo(now);
  }

  @Test
  void ofTwoChangesFromOneTurnOneIsDone() {
    var session = agreed();
    var both =
        await(
            Future.all(
                sessions.go(session, Event.CANCEL, "Snow"),
                sessions.move(
                    session, town.now().plusSeconds(60), 30, town.ours().schoolClass(), teacher)));
    assertThat(both.<Boolean>resultAt(0)).isNotEqualTo(both.<Boolean>resultAt(1));
    assertThat(find(session.id()).turn()).isEqualTo(session.turn() + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "theirs, AGREED, the other class says yes by coming in",
    "ours, PROPOSED, whose proposal it is does not",
    "third, AGREED, the third class of a link does",
    "both, AGREED, who is an adult of both has nobody else to ask",
    "nobody, PROPOSED, a facilitator or head does not",
  })
  void comingInToAProposedSessionAcceptsIt(String who, SessionState state, String why) {
    var session = find(propose("link-up"));
    var mine =
        switch (who) {
          case "theirs" -> List.of(town.theirs().schoolClass());
          case "ours" -> List.of(town.ours().schoolClass());
          case "both" -> List.of(town.ours().schoolClass(), town.theirs().schoolClass());
          case "third" -> List.of(town.other().schoolClass());
          default -> List.<Id>of();
        };
    await(sessions.comeIn(session, mine));
    assertThat(find(session.id()).state()).as(why).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(SessionState.class)
  void comingInChangesNothingElse(SessionState state) {
    var session = find(town.session(state.word(), town.now(), 40));
    await(sessions.comeIn(session, List.of(town.theirs().schoolClass())));
    assertThat(find(session.id()).state())
        .isEqualTo(state == SessionState.PROPOSED ? SessionState.AGREED : state);
  }

  @Test
  void aLinksSessionsAreListedLatestFirstAndTheNextOnesNextFirst() {
    var link = town.link(town.other().schoolClass());
    var old = at(link, "ended", -60);
    var late = at(link, "agreed", 120);
    var soon = at(link, "open", 5);
    var off = at(link, "cancelled", 60);
    assertThat(await(sessions.ofLink(link)))
        .extracting(Session::id)
        .containsExactly(late, off, soon, old);
    assertThat(await(sessions.next(List.of(link))))
        .extracting(Session::id)
        .containsExactly(soon, late);
    assertThat(await(sessions.next(List.of()))).isEmpty();
  }

  @Test
  void whatIsNoSessionIsNotFound() {
    assertThat(await(sessions.find(Id.random()))).isEmpty();
  }

  private static Id at(Id link, String state, int minutes) {
    Instant starts = town.now().plus(Duration.ofMinutes(minutes));
    var id = town.session(state, starts, 40);
    town.run("UPDATE session SET link = $2 WHERE id = $1", id, link);
    return id;
  }

  private static Id propose(String kind) {
    return await(sessions.propose(Id.random(), draft(kind, town.link())));
  }

  private static Sessions.Draft draft(String kind, Id link) {
    return new Sessions.Draft(
        kind,
        link,
        town.now(),
        40,
        "Bring three questions",
        teacher.id(),
        town.ours().schoolClass());
  }

  private static Session agreed() {
    return find(town.session("agreed", town.now(), 40));
  }

  private static Session find(Id id) {
    return await(sessions.find(id)).orElseThrow();
  }
}
