package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ASSISTANT;
import static org.linkroom.testing.Cast.BELL;
import static org.linkroom.testing.Cast.COVER;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.FACILITATOR;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.OAK_BOARD;
import static org.linkroom.testing.Cast.OBSERVER;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.Cast.REED_LAPTOP;
import static org.linkroom.testing.Cast.id;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.LinkUp;

/// The two-key door: when it opens, and for whom it does not.
class TwoKeyDoorTest {
  private static final SideCommand.Ready READY = new SideCommand.Ready();

  static Stream<Member> adultsOfOak() {
    return Stream.of(KHAN, KHAN_LAPTOP, COVER, ASSISTANT);
  }

  @ParameterizedTest
  @MethodSource("adultsOfOak")
  void eachAdultOfAClassIsItsKey(Member adult) {
    var linkUp = inTheOpenLobby().comes(adult, REED).ready(REED);
    assertThat(linkUp.door()).isEqualTo("shut: waiting");
    assertThat(linkUp.ready(adult).door()).isEqualTo("open");
    assertThat(linkUp.phase()).isEqualTo(Phase.LIVE);
    assertThat(linkUp.record()).endsWith("ready.say", "door.open");
  }

  static Stream<Member> noKeysOfOak() {
    return Stream.of(FACILITATOR, OBSERVER, OAK_BOARD, REED_LAPTOP);
  }

  @ParameterizedTest
  @MethodSource("noKeysOfOak")
  void nobodyElseIsAKeyOfOak(Member other) {
    var linkUp = inTheOpenLobby().comes(KHAN, REED).says(KHAN, new DeviceCommand.LetAll());
    linkUp.comes(other).ready(KHAN, REED).silent(KHAN).seconds(36);
    assertThat(linkUp.standing(other)).isEqualTo(Room.Standing.IN);
    assertThat(linkUp.side(OAK).keyed()).isFalse();
    assertThat(linkUp.door()).isEqualTo("shut: key");
  }

  @Test
  void aClassWithoutItsAdultNeverOpensWhateverTheOthersSay() {
    var linkUp = inTheOpenLobby().comes(REED, REED_LAPTOP, FACILITATOR, OBSERVER).ready(REED);
    assertThat(linkUp.answer(FACILITATOR, READY)).contains(Refusal.NOT_ALLOWED);
    assertThat(linkUp.answer(OBSERVER, READY)).contains(Refusal.NOT_ALLOWED);
    assertThat(linkUp.door()).isEqualTo("shut: waiting");
  }

  @Test
  void readyNeedsAPromiseFirstAndThenIsOnePress() {
    var linkUp = inTheOpenLobby().comes(KHAN, REED).ready(REED);
    assertThat(linkUp.answer(KHAN, READY)).contains(Refusal.NO_PROMISE);
    linkUp.says(KHAN, new SideCommand.Promised(Promise.NONE)).says(KHAN, READY);
    assertThat(linkUp.door()).isEqualTo("open");
  }

  @Test
  void notReadyAfterAllShutsAtOnce() {
    var linkUp = LinkUp.live().says(REED, new SideCommand.Unready());
    assertThat(linkUp.door()).isEqualTo("shut: waiting");
    assertThat(linkUp.record()).endsWith("ready.unsay", "door.shut");
    assertThat(linkUp.says(REED, READY).door()).isEqualTo("open");
  }

  @Test
  void theLobbyStaysShutUntilAQuarterOfAnHourBeforeThoughBothAreReady() {
    var linkUp = LinkUp.ofTwo().comes(KHAN, REED).ready(KHAN, REED);
    assertThat(linkUp.door()).isEqualTo("shut: early");
    assertThat(linkUp.at(LinkUp.STARTS.minusSeconds(901)).phase()).isEqualTo(Phase.LOBBY);
    assertThat(linkUp.seconds(1).door()).isEqualTo("open");
  }

  @Test
  void threeClassesNeedThreeKeys() {
    var linkUp = LinkUp.ofThree().at(LinkUp.STARTS).comes(KHAN, REED, BELL).ready(KHAN, REED);
    assertThat(linkUp.door()).isEqualTo("shut: waiting");
    assertThat(linkUp.ready(BELL).door()).isEqualTo("open");
  }

  @Test
  void oneOfThreeThatIsSeenKeepsTheDoorForAllAndTwoSilentShutIt() {
    var linkUp = LinkUp.liveWithThree().says(KHAN, new DeviceCommand.LetAll()).comes(OAK_BOARD);
    linkUp.says(KHAN, new DeviceCommand.Give(OAK_BOARD.device(), true, true));
    linkUp.silent(KHAN).seconds(5);
    assertThat(linkUp.door()).isEqualTo("asking");
    assertThat(linkUp.says(BELL, new RoomCommand.Seen(OAK, true)).door()).isEqualTo("held");
    assertThat(linkUp.silent(REED).seconds(5).door()).isEqualTo("shut: key");
  }

  @Test
  void aTeachersCallNeedsNoPromise() {
    var linkUp = LinkUp.of(LinkUp.plan("teachers-call", Promise.NONE, OAK, ELM)).at(LinkUp.STARTS);
    linkUp.comes(KHAN_LAPTOP, REED_LAPTOP).says(KHAN_LAPTOP, READY).says(REED_LAPTOP, READY);
    assertThat(linkUp.door()).isEqualTo("open");
    var right = Media.of(linkUp.room(), KHAN_LAPTOP.device());
    assertThat(right).isEqualTo(new Media.Right(OAK, true, true, true, true));
  }

  @Test
  void nothingOpensACancelledOrAnEndedRoom() {
    var cancelled = LinkUp.live().hears(new ServerCommand.Cancelled("The class is ill."));
    assertThat(cancelled.door()).isEqualTo("shut: over");
    assertThat(cancelled.answer(KHAN, READY)).contains(Refusal.OVER);
    assertThat(cancelled.answer(new ServerCommand.Came(KHAN))).contains(Refusal.OVER);
    assertThat(Rules.due(cancelled.room())).isEmpty();
    var ended = LinkUp.live().says(REED, new RoomCommand.End());
    assertThat(ended.door()).isEqualTo("shut: over");
    assertThat(ended.phase()).isEqualTo(Phase.ENDED);
    assertThat(ended.record()).endsWith("room.end", "door.shut");
  }

  @Test
  void theDoorOpensOnlyToKeysThatAreHere() {
    var linkUp = inTheOpenLobby().comes(KHAN).ready(KHAN).silent(KHAN).comes(REED).ready(REED);
    assertThat(linkUp.door()).isEqualTo("shut: waiting");
    assertThat(linkUp.comes(KHAN).door()).isEqualTo("open");
  }

  @Test
  void aSecondDeviceOfTheAdultIsAKeyToo() {
    var linkUp = LinkUp.live().comes(KHAN_LAPTOP).silent(KHAN).seconds(60);
    assertThat(linkUp.door()).isEqualTo("open");
    assertThat(linkUp.silent(KHAN_LAPTOP).seconds(5).door()).isEqualTo("shut: key");
  }

  @Test
  void anAdultWhoSignsOutTakesHerWordWithHer() {
    var linkUp = LinkUp.live().hears(new ServerCommand.SignedOut(id("khan")));
    assertThat(linkUp.door()).startsWith("shut");
    assertThat(linkUp.side(OAK).ready()).isFalse();
    assertThat(linkUp.record()).contains("device.gone");
    assertThat(Rules.due(linkUp.room()))
        .hasValueSatisfying(at -> assertThat(at).isAfter(linkUp.now()));
  }

  /// The session planned from ten to eleven; both adults stay unless the table says otherwise.
  @ParameterizedTest
  @CsvSource({
    // what happens before eleven, at (seconds from eleven), phase then
    "both stay,            0,   LIVE",
    "both stay,            599, LIVE",
    "both stay,            600, ENDED",
    "door shut before,     0,   ENDED",
    "one leaves at the end, 14,  LIVE",
    "one leaves at the end, 15,  ENDED",
    "one is seen,          0,   LIVE",
    "one is asked for,     0,   LIVE",
    "one is asked for,     14,  LIVE",
    "one is asked for,     15,  ENDED",
  })
  void theEndNeverCutsAGoodbye(String what, long at, Phase phase) {
    var linkUp = LinkUp.live();
    switch (what) {
      case "both stay" -> {}
      case "door shut before" ->
          linkUp.at(LinkUp.ENDS.minusSeconds(60)).says(REED, new SideCommand.Unready());
      case "one leaves at the end" -> {
        linkUp.comes(REED_LAPTOP).silent(REED);
        linkUp.at(LinkUp.ENDS.minusSeconds(10)).silent(REED_LAPTOP).at(LinkUp.ENDS);
        assertThat(linkUp.phase()).isEqualTo(Phase.LIVE);
        // No camera of hers is here: silent from ten seconds before, so she is missed at five past.
        at = at - 10;
      }
      case "one is seen" ->
          linkUp
              .at(LinkUp.ENDS.minusSeconds(60))
              .comes(KHAN_LAPTOP)
              .says(KHAN_LAPTOP, new DeviceCommand.Give(KHAN_LAPTOP.device(), true, true));
      case "one is asked for" -> {}
      default -> throw new AssertionError(what);
    }
    if (what.startsWith("one is")) {
      boardStaysWhileItsAdultFallsSilent(linkUp, 30);
      assertThat(linkUp.door()).isEqualTo("asking");
      if (what.equals("one is seen")) {
        linkUp.says(REED, new RoomCommand.Seen(OAK, true));
      }
    }
    assertThat(linkUp.at(LinkUp.ENDS.plusSeconds(at)).phase()).isEqualTo(phase);
  }

  /// Oak's picture goes on by a device that is nobody's key, and its adult is silent so many
  /// seconds before the end, and asked for fifteen seconds later.
  private static void boardStaysWhileItsAdultFallsSilent(LinkUp linkUp, int before) {
    linkUp.says(KHAN, new DeviceCommand.LetAll()).comes(OAK_BOARD);
    linkUp.says(KHAN, new DeviceCommand.Give(OAK_BOARD.device(), true, true));
    linkUp.at(LinkUp.ENDS.minusSeconds(before)).silent(KHAN, KHAN_LAPTOP).seconds(5);
  }

  private static LinkUp inTheOpenLobby() {
    return LinkUp.ofTwo().at(LinkUp.STARTS.minusSeconds(600));
  }
}
