package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.base.Id;
import org.linkroom.network.Links;
import org.linkroom.people.Hashes;
import org.linkroom.people.Person;
import org.linkroom.room.Plan;
import org.linkroom.room.Promise;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Side;
import org.linkroom.testing.Town;

class RoomPlansTest {
  private static Town town;
  private static RoomPlans plans;

  @BeforeAll
  static void open() {
    town = new Town();
    plans =
        new RoomPlans(
            town.records(),
            new Sessions(town.records()),
            new Links(town.records()),
            RoomTimes.USUAL);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void aRoomKnowsItsTimesItsClassesInTheirOrderAndTheirTeachers() {
    var session = town.session("agreed", town.now(), 40);
    var plan = plan(session).orElseThrow();
    assertThat(plan.session()).isEqualTo(session);
    assertThat(plan.link()).isEqualTo(town.link());
    assertThat(plan.title()).isEqualTo("4B and 4K");
    assertThat(plan.starts()).isEqualTo(town.now());
    assertThat(plan.ends()).isEqualTo(town.now().plusSeconds(2400));
    assertThat(plan.sides())
        .extracting(
            Side.Profile::classId, Side.Profile::rank, Side.Profile::label, Side.Profile::school)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                town.ours().schoolClass(), 0, "4B", "Hilltop Primary"),
            org.assertj.core.groups.Tuple.tuple(
                town.theirs().schoolClass(), 1, "4K", "Riverside Primary"));
  }

  @ParameterizedTest
  @CsvSource({
    "wide, wide, WIDE",
    "wide, hands, HANDS",
    "hands, wide, HANDS",
    "hands, none, NONE",
    "none, wide, NONE",
    "none, none, NONE",
  })
  void theStricterSchoolsRuleHoldsForBoth(String ours, String theirs, Promise ceiling) {
    town.run("UPDATE school SET camera = $2 WHERE id = $1", town.ours().id(), ours);
    town.run("UPDATE school SET camera = $2 WHERE id = $1", town.theirs().id(), theirs);
    assertThat(plan(town.session("agreed", town.now(), 40)).orElseThrow().sides())
        .extracting(Side.Profile::ceiling)
        .containsExactly(ceiling, ceiling);
  }

  @Test
  void aClassWaitsForItsLeadersYesToThisTimeWhereTheSchoolGivesItToEach() {
    var id = town.session("agreed", town.now(), 40);
    assertThat(waiting(id)).as("a standing yes").containsExactly(false, false);
    town.run("UPDATE school SET leader_yes = 'each' WHERE id = $1", town.theirs().id());
    try {
      assertThat(waiting(id)).containsExactly(false, true);
      var session = await(new Sessions(town.records()).find(id)).orElseThrow();
      var answers = new LeaderAnswers(town.records());
      var head = new Person(town.theirs().head(), "", "", List.of());
      await(answers.answer(session, town.theirs().id(), true, "", head, town.now()));
      assertThat(waiting(id)).as("she has said yes").containsExactly(false, false);
      town.run("UPDATE session SET starts_at = starts_at + interval '1 hour' WHERE id = $1", id);
      assertThat(waiting(id)).as("to another time").containsExactly(false, true);
      town.run("UPDATE session SET kind = 'teachers-call' WHERE id = $1", id);
      assertThat(waiting(id)).as("without children").containsExactly(false, false);
    } finally {
      town.run("UPDATE school SET leader_yes = 'standing'");
    }
  }

  private static List<Boolean> waiting(Id session) {
    return plan(session).orElseThrow().sides().stream().map(Side.Profile::waits).toList();
  }

  @Test
  void theStrictestOfThreeHoldsForAll() {
    var third = town.school("Strict School", "5S");
    town.run("UPDATE school SET camera = 'none' WHERE id = $1", third.id());
    var link =
        town.link(town.ours().schoolClass(), town.other().schoolClass(), third.schoolClass());
    var session = town.session("agreed", town.now(), 40);
    town.run("UPDATE session SET link = $2 WHERE id = $1", session, link);
    assertThat(plan(session).orElseThrow().sides())
        .extracting(Side.Profile::ceiling)
        .containsExactly(Promise.NONE, Promise.NONE, Promise.NONE);
  }

  @Test
  void eachClassHasItsOwnCodeAndKeepsIt() {
    var session = town.session("agreed", town.now(), 40);
    var both = await(Future.all(plans.plan(session), plans.plan(session)));
    var first = codes(both.<Optional<Plan>>resultAt(0).orElseThrow());
    assertThat(first)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[" + Hashes.CLEAR + "]{6}"));
    assertThat(codes(both.<Optional<Plan>>resultAt(1).orElseThrow())).isEqualTo(first);
    assertThat(codes(plan(session).orElseThrow())).isEqualTo(first);
    assertThat(codes(plan(town.session("agreed", town.now(), 40)).orElseThrow()))
        .as("another session has others")
        .doesNotContainAnyElementsOf(first);
  }

  @ParameterizedTest
  @EnumSource(SessionState.class)
  void whatIsOverHasNoRoom(SessionState state) {
    assertThat(plan(town.session(state.word(), town.now(), 40)).isPresent())
        .isEqualTo(!state.over());
  }

  @Test
  void whatIsNoSessionHasNoRoom() {
    assertThat(plan(Id.random())).isEmpty();
  }

  @Test
  void aSessionOfALinkThatIsNoMoreHasNoRoom() {
    var link = town.link(town.other().schoolClass());
    var session = town.session("agreed", town.now(), 40);
    town.run("UPDATE session SET link = $2 WHERE id = $1", session, link);
    town.run("UPDATE link SET state = 'ended', ended_at = now() WHERE id = $1", link);
    assertThat(plan(session)).isEmpty();
  }

  private static Optional<Plan> plan(Id session) {
    return await(plans.plan(session));
  }

  private static List<String> codes(Plan plan) {
    return plan.sides().stream().map(Side.Profile::code).toList();
  }
}
