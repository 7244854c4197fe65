package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.network.Links;
import org.linkroom.room.Plan;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Side;
import org.linkroom.session.Lessons.Chosen;
import org.linkroom.testing.Town;

/// A class swap: a room for each class, led from the other side.
class SwapsTest {
  private static Town town;
  private static Sessions sessions;
  private static Lessons lessons;
  private static Swaps swaps;
  private static RoomPlans plans;

  @BeforeAll
  static void open() {
    town = new Town();
    var links = new Links(town.records());
    sessions = new Sessions(town.records());
    lessons = new Lessons(town.records());
    swaps = new Swaps(town.records(), links);
    plans = new RoomPlans(town.records(), sessions, links, RoomTimes.USUAL);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Session planned(String plan) {
    var id = town.session("agreed", town.now(), 40);
    var chosen = RunPlans.read().find(plan).map(is -> new Chosen(is, null));
    assertThat(await(lessons.choose(id, Optional.empty(), chosen))).isTrue();
    return find(id);
  }

  private static Session find(Id id) {
    return await(sessions.find(id)).orElseThrow();
  }

  private static Session home(Session session, Id classId) {
    return await(swaps.home(session, classId));
  }

  private static Id ours() {
    return town.ours().schoolClass();
  }

  private static Id theirs() {
    return town.theirs().schoolClass();
  }

  @Test
  void eachClassHasARoomOfItsOwnAtOneTime() {
    var session = planned("class-swap");
    assertThat(home(session, ours())).as("the first class stays").isEqualTo(session);
    var room = home(session, theirs());
    assertThat(room.id()).isNotEqualTo(session.id());
    assertThat(room.kind()).isEqualTo("swap");
    assertThat(room.beside()).isEqualTo(session.id());
    assertThat(room.taught()).isEqualTo(theirs());
    assertThat(room.state()).as("it waits for nobody's yes").isEqualTo(SessionState.AGREED);
    assertThat(room.starts()).isEqualTo(session.starts());
    assertThat(room.minutes()).isEqualTo(session.minutes());
    assertThat(home(session, theirs())).as("once").isEqualTo(room);
    assertThat(home(room, ours())).as("who came to a room stays there").isEqualTo(room);
  }

  @Test
  void twoWhoComeAtOnceComeToOneRoom() {
    var session = planned("class-swap");
    var both =
        await(Future.all(swaps.home(session, theirs()), swaps.home(session, theirs()))).list();
    assertThat(both).hasSize(2);
    assertThat(both.getFirst()).isEqualTo(both.getLast());
  }

  @Test
  void withAnotherPlanBothClassesComeToTheSessionItself() {
    var session = planned("link-up-40");
    assertThat(home(session, theirs())).isEqualTo(session);
    assertThat(await(sessions.beside(session.id()))).isEmpty();
  }

  @Test
  void inEachRoomThereAreAClassAndTheTeacherOfTheOtherWhoBegins() {
    var session = planned("class-swap");
    for (Id taught : List.of(ours(), theirs())) {
      var plan = await(plans.plan(home(session, taught).id())).orElseThrow();
      assertThat(plan.kind()).as("a room like others").isEqualTo("link-up");
      boolean first = taught.equals(ours());
      assertThat(plan.sides())
          .extracting(Side.Profile::label)
          .containsExactly(
              first ? "4B" : "4K", name(first ? town.theirs().teacher() : town.ours().teacher()));
      assertThat(plan.lesson()).isNotNull();
      assertThat(Optional.ofNullable(plan.lesson()).orElseThrow().starts())
          .isEqualTo(first ? theirs() : ours());
    }
  }

  private static String name(Id person) {
    return await(
            town.records()
                .one("SELECT name FROM person WHERE id = $1", row -> row.getString("name"), person))
        .orElseThrow();
  }

  @Test
  void ofThreeClassesEachIsTaughtOnceAndEachTeacherLeadsOnce() {
    var third = town.school("Third School", "6T");
    var id = town.link(town.ours().schoolClass(), town.theirs().schoolClass(), third.schoolClass());
    var link = await(new Links(town.records()).find(id)).orElseThrow();
    var all = Swap.of(link);
    assertThat(all).extracting(swap -> swap.taught().label()).containsExactly("4B", "4K", "6T");
    assertThat(all).extracting(swap -> swap.leads().label()).containsExactly("4K", "6T", "4B");
    assertThat(all).allMatch(swap -> Swap.ledBy(link, swap.leads().id()).equals(swap));
    assertThat(all).allMatch(swap -> Swap.of(link, swap.taught().id()).equals(swap));
  }

  @Test
  void aRoomFollowsItsSessionToAnotherTimeAndIsCalledOffWithIt() {
    var session = planned("class-swap");
    var room = home(session, theirs());
    var later = session.starts().plus(Duration.ofMinutes(20));
    town.run(
        "UPDATE session SET starts_at = starts_at + interval '20 minutes' WHERE id = $1",
        session.id());
    await(swaps.follow(session.id()));
    assertThat(await(sessions.beside(session.id())))
        .extracting(Session::starts)
        .containsOnly(later);
    assertThat(await(sessions.go(session, Transitions.Event.CANCEL, "Snow"))).isTrue();
    assertThat(find(room.id()).state()).isEqualTo(SessionState.CANCELLED);
    assertThat(await(plans.plan(room.id()))).isEmpty();
  }

  @Test
  void itIsOneLinkUpInEveryList() {
    var session = planned("class-swap");
    var room = home(session, theirs());
    assertThat(await(sessions.next(List.of(town.link()))))
        .extracting(Session::id)
        .contains(session.id())
        .doesNotContain(room.id());
    assertThat(await(sessions.since(List.of(town.link()), session.starts())))
        .extracting(Session::id)
        .contains(session.id())
        .doesNotContain(room.id());
    assertThat(room.linkUp()).isFalse();
    assertThat(room.settles()).as("nobody moves it by itself").isFalse();
  }

  @Test
  void aRoomWaitsForTheLeadersYesThatItsSessionWaitsFor() {
    var session = planned("class-swap");
    town.run("UPDATE school SET leader_yes = 'each' WHERE id = $1", town.theirs().id());
    try {
      Plan plan = await(plans.plan(home(session, theirs()).id())).orElseThrow();
      assertThat(plan.sides()).extracting(Side.Profile::waits).containsExactly(true, false);
    } finally {
      town.run("UPDATE school SET leader_yes = 'standing'");
    }
  }
}
