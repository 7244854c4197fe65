package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.OBSERVER;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.Cast.REED_LAPTOP;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Goodbye;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestNode;

/// Who is here, as the pages of two nodes are told.
class PresenceTest {
  private static String database;
  private static TestNode one;
  private static TestNode two;

  private final Id room = TestNode.planned();

  @BeforeAll
  static void start() {
    database = Servers.database();
    one = TestNode.start(Servers.redis(), database);
    two = TestNode.start(Servers.redis(), database);
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  @Test
  void aPageThatLoadsAgainWithinTenSecondsWasNeverAway() {
    var reed = in(two, REED_LAPTOP);
    var first = in(one, KHAN);
    reed.until("Khan is here", page -> page.here().has(KHAN.device().text()));
    int before = reed.heres().size();
    first.silentFor(9);
    one.rooms().left(first);
    var again = in(one, KHAN);
    // A page that is judged to be gone shows that the judge has been here since.
    var tablet = in(one, OBSERVER);
    reed.until("the observer is here", page -> page.here().has(OBSERVER.device().text()));
    tablet.silentFor(11);
    reed.until("the observer is gone", page -> !page.here().has(OBSERVER.device().text()));
    assertThat(reed.heres().subList(before, reed.heres().size()))
        .noneMatch(delta -> delta.has(KHAN.device().text()));
    assertThat(again.byes()).isEmpty();
    assertThat(reed.document().at("/sides/oak000000000/keyed").asBoolean()).isTrue();
  }

  @Test
  void aBoardLearnsOfWhichClassAnAdultOfWhom() {
    var board = in(two, REED);
    var laptop = in(two, REED_LAPTOP);
    in(one, KHAN);
    String khan = KHAN.device().text();
    board.until("Khan", page -> page.here().has(khan));
    laptop.until("Khan", page -> page.here().has(khan));
    assertThat(board.here().get(khan).toString()).isEqualTo("{\"class\":\"oak000000000\"}");
    assertThat(laptop.here().get(khan).path("name").asText()).isEqualTo("Miss Khan");
    assertThat(laptop.here().get(khan).has("node")).isFalse();
  }

  @Test
  void aSilentPageIsGoneEverywhereAndIsLetGo() {
    var reed = in(two, REED_LAPTOP);
    var khan = in(one, KHAN);
    reed.until("Khan is here", page -> page.here().has(KHAN.device().text()));
    khan.silentFor(12);
    khan.ends(Goodbye.SILENT);
    reed.until("Khan is gone", page -> !page.here().has(KHAN.device().text()));
    reed.until(
        "no key", page -> !page.document().at("/sides/oak000000000").path("keyed").asBoolean());
    var again = in(two, KHAN);
    reed.sees("/sides/oak000000000/keyed", "true");
    assertThat(again.byes()).isEmpty();
  }

  @Test
  void aDrainedNodeTellsEverybodyToComeBackAndItsDevicesAreNotMissed() {
    var khan = in(two, KHAN_LAPTOP);
    var leaving = TestNode.start(Servers.redis(), database);
    var reed = in(leaving, REED);
    khan.until("Reed is here", page -> page.here().has(REED.device().text()));
    assertThat(reed.says(new RoomCommand.Say("Back in a moment"))).isEmpty();
    Soon.get(leaving.rooms().drain());
    reed.ends(Goodbye.RESTART);
    assertThat(leaving.journal().waiting()).isZero();
    leaving.kill();
    var again = in(two, REED);
    khan.sees("/sides/elm000000000/keyed", "true");
    assertThat(again.byes()).isEmpty();
    assertThat(khan.document().path("notes")).hasSize(1);
  }

  @Test
  void aKilledNodesDevicesGoWithItsLease() {
    var khan = in(one, KHAN_LAPTOP);
    var killed = TestNode.start(Servers.redis(), database);
    in(killed, REED);
    khan.until("Reed is here", page -> page.here().has(REED.device().text()));
    killed.kill();
    khan.until("Reed is gone", page -> !page.here().has(REED.device().text()));
    khan.until(
        "no key", page -> !page.document().at("/sides/elm000000000").path("keyed").asBoolean());
  }

  @Test
  void aSecondTabOfADeviceTakesTheFirstOnesPlaceOnEitherNode() {
    var first = in(one, KHAN);
    var second = in(one, KHAN);
    first.ends(Goodbye.REPLACED);
    var third = in(two, KHAN);
    second.ends(Goodbye.REPLACED);
    assertThat(third.says(new SideCommand.Cover())).isEmpty();
    assertThat(third.byes()).isEmpty();
  }

  private FakePage in(TestNode node, Member member) {
    return node.page(room, member)
        .until("the room", page -> page.document().has("own") || !page.byes().isEmpty());
  }
}
