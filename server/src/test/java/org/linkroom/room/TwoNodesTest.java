package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.COVER;
import static org.linkroom.testing.Cast.ELM_TABLET;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.OAK_TABLET;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.Cast.REED_LAPTOP;
import static org.linkroom.testing.Cast.id;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Cast;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestNode;

/// Rooms of two nodes over one real Redis and one real PostgreSQL.
class TwoNodesTest {
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
  void eachNodeShowsWhatTheOtherCommitted() {
    var khan = in(one, KHAN);
    var reed = in(two, REED);
    ready(khan);
    reed.sees("/sides/oak000000000/ready", "true").sees("/door/why", "waiting");
    ready(reed);
    khan.sees("/door/state", "open");
    reed.sees("/door/state", "open").sees("/media/reedboard000/cam", "true");
    assertThat(khan.says(new SideCommand.Cover())).isEmpty();
    reed.sees("/sides/oak000000000/covered", "true").sees("/media", "");
    assertThat(khan.misfits() + reed.misfits()).isZero();
    assertThat(khan.welcomes()).isEqualTo(1);
    assertThat(reed.welcomes()).isEqualTo(1);
  }

  @Test
  void whatAPageWasShownByPatchesIsWhatItWouldBeShownWhole() {
    var khan = in(one, KHAN_LAPTOP);
    var reed = in(two, REED_LAPTOP);
    for (int i = 0; i < 30; i++) {
      assertThat((i % 2 == 0 ? khan : reed).says(new RoomCommand.Say("note " + i))).isEmpty();
    }
    for (FakePage page : new FakePage[] {khan, reed}) {
      page.until("all notes", each -> each.document().path("notes").size() == 30);
      two.rooms().drained(page);
      assertThat(page.misfits()).isZero();
    }
    var whole = new CompletableFuture<Optional<Room>>();
    two.rooms().look(room, whole::complete);
    var is = whole.join().orElseThrow();
    assertThat(Views.document(is, Audience.ADULT, Cast.OAK)).isEqualTo(khan.document());
    assertThat(Views.document(is, Audience.ADULT, Cast.ELM)).isEqualTo(reed.document());
  }

  @Test
  void aRepeatOnTheOtherNodeGetsTheFirstAnswerAndHappensOnce() {
    var khan = in(one, KHAN);
    assertThat(khan.says("tab", 1, new SideCommand.Ready())).contains(Refusal.NO_PROMISE);
    assertThat(khan.says("tab", 2, new RoomCommand.Say("once"))).isEmpty();
    assertThat(khan.says("tab", 3, new SideCommand.Promised(Promise.HANDS))).isEmpty();
    // The line broke before the answers came: the page sends them again by another node.
    var again = in(two, KHAN);
    assertThat(again.says("tab", 2, new RoomCommand.Say("once"))).isEmpty();
    assertThat(again.says("tab", 3, new SideCommand.Promised(Promise.HANDS))).isEmpty();
    var laptop = in(two, KHAN_LAPTOP);
    assertThat(laptop.document().path("notes")).hasSize(1);
  }

  @Test
  void aSlowPageIsNotQueuedForAndGetsOneFreshDocument() {
    var khan = in(one, KHAN_LAPTOP);
    var reed = in(one, REED_LAPTOP).slow(true);
    for (int i = 0; i < 5; i++) {
      assertThat(khan.says(new RoomCommand.Say("note " + i))).isEmpty();
    }
    khan.until("all notes", page -> page.document().path("notes").size() == 5);
    // Khan may have been shown the last note a moment earlier.
    reed.until("it is not queued for", FakePage::missed);
    assertThat(reed.document().path("notes")).isEmpty();
    reed.slow(false);
    one.rooms().drained(reed);
    reed.until("all notes", page -> page.document().path("notes").size() == 5);
    assertThat(reed.welcomes()).isEqualTo(2);
    assertThat(khan.says(new RoomCommand.Say("one more"))).isEmpty();
    reed.until("one more", page -> page.document().path("notes").size() == 6);
    assertThat(reed.misfits()).isZero();
  }

  @Test
  void aDeviceWaitsIsLetInSentOutAndInvitedBackWithoutLoadingAgain() {
    var khan = in(one, KHAN);
    var tablet = two.page(room, OAK_TABLET).sees("/waiting/state", "asking");
    khan.until("it asks", page -> page.document().at("/own/asks/oaktablet000").has("name"));
    assertThat(tablet.says(new SideCommand.Cover())).contains(Refusal.NOT_IN);
    assertThat(tablet.here()).isEmpty();
    var device = OAK_TABLET.device();
    assertThat(khan.says(new DeviceCommand.Admit(device, false, false))).isEmpty();
    tablet.sees("/own/class", "oak000000000");
    khan.until("it is here", page -> page.here().has(device.text()));
    assertThat(khan.says(new DeviceCommand.Remove(device))).isEmpty();
    tablet.sees("/waiting/state", "removed");
    khan.until("it is not here", page -> !page.here().has(device.text()));
    assertThat(tablet.says(new SideCommand.Cover())).contains(Refusal.NOT_IN);
    assertThat(tablet.document().has("sides")).isFalse();
    assertThat(khan.says(new DeviceCommand.Back(device))).isEmpty();
    tablet.sees("/own/class", "oak000000000");
    assertThat(tablet.byes()).isEmpty();
  }

  @Test
  void whoSignsOutEverywhereIsLetGoOnEveryNode() {
    var board = in(one, KHAN);
    var laptop = in(two, KHAN_LAPTOP);
    var reed = in(two, REED);
    one.rooms().signedOut(id("khan"));
    board.ends(Goodbye.SIGNED_OUT);
    laptop.ends(Goodbye.SIGNED_OUT);
    reed.until(
        "no key", page -> !page.document().at("/sides/oak000000000").path("keyed").asBoolean());
    assertThat(reed.byes()).isEmpty();
  }

  @Test
  void whosePartHasEndedIsLetGoOnEveryNode() {
    var laptop = in(two, KHAN_LAPTOP);
    var cover = in(one, COVER);
    one.rooms().left(id("khan"));
    laptop.ends(Goodbye.SIGNED_OUT);
    cover.until("she is not here", page -> !page.here().has(KHAN_LAPTOP.device().text()));
    assertThat(cover.byes()).isEmpty();
  }

  @Test
  void aSignalPassesOnlyThroughTheOpenDoorAndBetweenDevicesThatMayTalk() {
    var khan = in(one, KHAN);
    var reed = in(two, REED);
    var laptop = in(one, REED_LAPTOP);
    assertThat(khan.signals(REED, "early")).contains(Refusal.DOOR_SHUT);
    ready(khan);
    ready(reed);
    khan.sees("/door/state", "open");
    reed.sees("/door/state", "open");
    assertThat(khan.signals(REED, "far")).isEmpty();
    assertThat(khan.signals(REED_LAPTOP, "near")).isEmpty();
    reed.until("the signal", page -> !page.signals().isEmpty());
    laptop.until("the signal", page -> !page.signals().isEmpty());
    assertThat(reed.signals().getFirst().toString())
        .isEqualTo("{\"signal\":{\"from\":\"khanboard000\",\"data\":{\"word\":\"far\"}}}");
    assertThat(khan.says(new DeviceCommand.LetAll())).isEmpty();
    var tablet = two.page(room, OAK_TABLET).sees("/own/class", "oak000000000");
    assertThat(tablet.signals(REED, "tablet")).contains(Refusal.DOOR_SHUT);
    assertThat(khan.signals(ELM_TABLET, "nobody")).contains(Refusal.DOOR_SHUT);
    assertThat(reed.says(new SideCommand.Cover())).isEmpty();
    khan.sees("/sides/elm000000000/covered", "true");
    assertThat(khan.signals(REED, "covered")).contains(Refusal.DOOR_SHUT);
    assertThat(reed.signals()).hasSize(1);
  }

  @Test
  void aRoomThatIsFullSaysSo() {
    in(one, KHAN);
    for (int i = 0; i < Limits.ASKING; i++) {
      two.page(room, tablet("waits" + i + "x")).sees("/waiting/state", "asking");
    }
    two.page(room, tablet("toomany")).ends(Goodbye.FULL);
  }

  private static Member tablet(String device) {
    return Cast.device(device, Cast.OAK, DeviceKind.TABLET);
  }

  @Test
  void aSessionThatIsNotPlannedHasNoRoomHoweverOftenItIsAskedFor() {
    var unknown = Id.random();
    for (int i = 0; i < 3; i++) {
      one.page(unknown, KHAN).ends(Goodbye.ENDED);
      assertThat(Soon.failure(one.rooms().tell(unknown, new ServerCommand.Tick())))
          .hasMessage(Refusal.OVER.code());
    }
  }

  @Test
  void anEndedRoomLetsEverybodyGo() {
    var khan = in(one, KHAN);
    var reed = in(two, REED);
    assertThat(khan.says(new RoomCommand.End())).isEmpty();
    khan.ends(Goodbye.ENDED);
    reed.ends(Goodbye.ENDED);
    two.page(room, REED_LAPTOP).ends(Goodbye.ENDED);
  }

  private FakePage in(TestNode node, Member member) {
    return node.page(room, member)
        .until("the room", page -> page.document().has("own") || !page.byes().isEmpty());
  }

  private static void ready(FakePage page) {
    assertThat(page.says(new SideCommand.Promised(Promise.WIDE))).isEmpty();
    assertThat(page.says(new SideCommand.Ready())).isEmpty();
  }
}
