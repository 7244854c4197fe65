package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.OAK_BOARD;
import static org.linkroom.testing.Cast.REED;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.LinkUp;

/// "Can you see Miss Khan?": what the door does when a class's last key falls silent.
class SilentKeyTest {
  private static final RoomCommand.Seen YES = new RoomCommand.Seen(OAK, true);
  private static final RoomCommand.Seen NO = new RoomCommand.Seen(OAK, false);

  @Test
  void fifteenSecondsOfSilenceAreBornAndThenThePartnerIsAsked() {
    var linkUp = onTheBoard().silent(KHAN_LAPTOP).seconds(4);
    assertThat(linkUp.door()).isEqualTo("open");
    assertThat(linkUp.seconds(1).door()).isEqualTo("asking");
    assertThat(linkUp.line("door.ask").classId()).isEqualTo(OAK);
    assertThat(OwnView.of(linkUp.room(), Audience.ADULT, ELM).path("question"))
        .anySatisfy(field -> assertThat(field.asText()).isEqualTo("Miss Khan"));
  }

  @Test
  void yesHoldsTenMinutesAndIsWrittenDownAsSeenBy() {
    var linkUp = asking().says(REED, YES);
    assertThat(linkUp.door()).isEqualTo("held");
    assertThat(linkUp.line("door.seen").classId()).isEqualTo(OAK);
    assertThat(linkUp.line("door.seen").detail())
        .isEqualTo(Map.of("by", "Mr Reed", "whom", "Miss Khan"));
    assertThat(linkUp.seconds(599).door()).isEqualTo("held");
    assertThat(linkUp.side(OAK).ready()).isTrue();
    assertThat(linkUp.seconds(1).door()).isEqualTo("asking");
    assertThat(linkUp.says(REED, YES).seconds(599).door()).isEqualTo("held");
  }

  @Test
  void sheIsBackWhileSheIsSeen() {
    var linkUp = asking().says(REED, YES).seconds(300).comes(KHAN_LAPTOP);
    assertThat(linkUp.door()).isEqualTo("open");
    assertThat(linkUp.record()).endsWith("device.came", "door.back");
  }

  @Test
  void noShutsAtOnceAndIsWrittenDown() {
    var linkUp = asking().says(REED, NO);
    assertThat(linkUp.door()).isEqualTo("shut: key");
    assertThat(linkUp.record()).contains("door.unseen");
    assertThat(linkUp.answer(REED, YES)).contains(Refusal.NO_QUESTION);
  }

  @Test
  void thirtySecondsWithoutAnAnswerShut() {
    var linkUp = asking().seconds(29);
    assertThat(linkUp.door()).isEqualTo("asking");
    assertThat(linkUp.seconds(1).door()).isEqualTo("shut: key");
  }

  @ParameterizedTest
  @CsvSource({"stopped", "promised nothing", "covered", "its board is not here"})
  void whereThePartnerCannotSeeHerItShutsAtOnce(String why) {
    var linkUp = onTheBoard();
    switch (why) {
      case "stopped" ->
          linkUp.says(REED, new SideCommand.Switch(SideCommand.Switch.What.CAMERA, true, OAK));
      case "promised nothing" -> linkUp.says(KHAN_LAPTOP, new SideCommand.Promised(Promise.NONE));
      case "covered" -> linkUp.says(REED, new SideCommand.Cover());
      case "its board is not here" -> linkUp.silent(OAK_BOARD);
      default -> throw new AssertionError(why);
    }
    linkUp.silent(KHAN_LAPTOP).seconds(4);
    assertThat(linkUp.door()).isEqualTo("open");
    assertThat(linkUp.seconds(1).door()).isEqualTo("shut: key");
    assertThat(linkUp.record()).doesNotContain("door.ask");
  }

  @Test
  void whenTheBoardGoesTooItShutsAtOnce() {
    assertThat(asking().silent(OAK_BOARD).door()).isEqualTo("shut: key");
    assertThat(asking().says(REED, YES).silent(OAK_BOARD).door()).isEqualTo("shut: key");
  }

  @Test
  void coverIsBornWhileSheIsSeen() {
    var linkUp = asking().says(REED, YES).says(OAK_BOARD, new SideCommand.Cover());
    assertThat(linkUp.door()).isEqualTo("held");
    assertThat(Views.mediaFlow(linkUp.room())).isFalse();
  }

  @Test
  void bothKeysSilentShutAtOnce() {
    assertThat(onTheBoard().silent(KHAN_LAPTOP, REED).seconds(5).door()).isEqualTo("shut: key");
    assertThat(asking().silent(REED).seconds(5).door()).isEqualTo("shut: key");
    assertThat(asking().says(REED, YES).silent(REED).seconds(5).door()).isEqualTo("shut: key");
  }

  @Test
  void aClassDoesNotAnswerForItself() {
    var linkUp = asking().says(OAK_BOARD, new SideCommand.Cover());
    assertThat(linkUp.answer(OAK_BOARD, YES)).contains(Refusal.NOT_ALLOWED);
    // She who presses is heard, but by a device that the room knows to be silent.
    assertThat(linkUp.answer(KHAN_LAPTOP, YES)).contains(Refusal.NOT_YOURS);
    assertThat(linkUp.answer(REED, new RoomCommand.Seen(ELM, true))).contains(Refusal.NO_QUESTION);
  }

  @ParameterizedTest
  @CsvSource({
    // how it shut, back after so many seconds from then, the door
    "no,             119, open",
    "no,             120, shut: waiting",
    "no answer,      119, open",
    "no answer,      120, shut: waiting",
    "no camera here, 119, open",
    "no camera here, 120, shut: waiting",
  })
  void backWithinTwoMinutesAndMediaReturnByThemselves(String how, long after, String door) {
    var linkUp =
        switch (how) {
          case "no" -> asking().says(REED, NO);
          case "no answer" -> asking().seconds(30);
          default ->
              LinkUp.live()
                  .silent(KHAN)
                  .seconds(5)
                  .comes(KHAN_LAPTOP)
                  .silent(KHAN_LAPTOP)
                  .seconds(5);
        };
    assertThat(linkUp.door()).isEqualTo("shut: key");
    linkUp.seconds(after).comes(KHAN_LAPTOP);
    assertThat(linkUp.door()).isEqualTo(door);
    if (after >= 120) {
      assertThat(linkUp.says(KHAN_LAPTOP, new SideCommand.Ready()).door()).isEqualTo("open");
    }
  }

  @Test
  void twoMinutesCountFromWhenSheWasMissedWhereTheDoorWasShutAnyway() {
    var linkUp = LinkUp.ofTwo().at(LinkUp.STARTS).comes(KHAN, REED).ready(KHAN);
    linkUp.silent(KHAN).seconds(5);
    assertThat(linkUp.seconds(119).side(OAK).ready()).isTrue();
    assertThat(linkUp.seconds(1).side(OAK).ready()).isFalse();
  }

  @Test
  void whereHerOwnLaptopIsTheBoardNothingIsLeftToSeeHerBy() {
    assertThat(LinkUp.live().silent(KHAN).seconds(5).door()).isEqualTo("shut: key");
  }

  /// Oak's board carries camera and microphone, and Miss Khan is in by her laptop alone.
  private static LinkUp onTheBoard() {
    return LinkUp.ofTwo()
        .at(LinkUp.STARTS)
        .comes(KHAN_LAPTOP, REED, OAK_BOARD)
        .says(KHAN_LAPTOP, new DeviceCommand.Admit(OAK_BOARD.device(), true, true))
        .ready(KHAN_LAPTOP, REED);
  }

  private static LinkUp asking() {
    var linkUp = onTheBoard().silent(KHAN_LAPTOP).seconds(5);
    assertThat(linkUp.door()).isEqualTo("asking");
    return linkUp;
  }
}
