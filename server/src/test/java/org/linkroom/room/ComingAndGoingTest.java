package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.room.Room.Standing.ASKING;
import static org.linkroom.room.Room.Standing.IN;
import static org.linkroom.room.Room.Standing.REMOVED;
import static org.linkroom.room.Room.Standing.UNKNOWN;
import static org.linkroom.testing.Cast.COVER;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.FACILITATOR;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.OAK_BOARD;
import static org.linkroom.testing.Cast.OAK_PHONE;
import static org.linkroom.testing.Cast.OAK_TABLET;
import static org.linkroom.testing.Cast.OBSERVER;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.Cast.device;
import static org.linkroom.testing.Cast.id;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Screen;
import org.linkroom.testing.LinkUp;

/// Who comes in at once, who waits, who stays out, and what a room forgets.
class ComingAndGoingTest {

  @Test
  void aDeviceWithTheCodeWaitsUntilAnAdultOfItsClassLetsItIn() {
    var linkUp = lobby().comes(OAK_TABLET);
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(ASKING);
    assertThat(linkUp.answer(REED, new DeviceCommand.Admit(OAK_TABLET.device(), false, false)))
        .contains(Refusal.NO_DEVICE);
    linkUp.says(KHAN, new DeviceCommand.Admit(OAK_TABLET.device(), false, false));
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(IN);
    assertThat(linkUp.line("device.admit").detail()).containsEntry("name", "Miss Khan");
    linkUp.says(KHAN, new DeviceCommand.Admit(OAK_TABLET.device(), false, false));
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(IN);
  }

  @Test
  void twoDevicesWithTheSameCodeAreTwo() {
    var other = device("other", OAK, DeviceKind.TABLET);
    var linkUp = lobby().comes(OAK_TABLET, other);
    linkUp.says(KHAN, new DeviceCommand.Admit(other.device(), false, false));
    assertThat(linkUp.standing(other)).isEqualTo(IN);
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(ASKING);
  }

  @Test
  void aSecondTabOfADeviceIsTheSameMember() {
    var linkUp = lobby();
    var before = linkUp.room();
    assertThat(linkUp.comes(KHAN).room()).isSameAs(before);
  }

  @Test
  void aRefusedDeviceStaysOutUntilItIsInvitedBack() {
    var linkUp = lobby().comes(OAK_TABLET);
    linkUp.says(KHAN, new DeviceCommand.Refuse(OAK_TABLET.device())).comes(OAK_TABLET);
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(REMOVED);
    linkUp.says(KHAN, new DeviceCommand.LetAll()).comes(OAK_TABLET);
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(REMOVED);
    linkUp.says(KHAN, new DeviceCommand.Back(OAK_TABLET.device()));
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(IN);
    assertThat(linkUp.answer(KHAN, new DeviceCommand.Back(OAK_TABLET.device())))
        .contains(Refusal.NO_DEVICE);
  }

  @Test
  void letAllLastsThreeMinutesAndGivesNoCameraAndNoMicrophone() {
    var linkUp = lobby().comes(OAK_BOARD).says(KHAN, new DeviceCommand.LetAll());
    assertThat(linkUp.standing(OAK_BOARD)).isEqualTo(IN);
    linkUp.seconds(179).comes(OAK_PHONE);
    assertThat(linkUp.standing(OAK_PHONE)).isEqualTo(IN);
    assertThat(linkUp.side(OAK).cam()).isEqualTo(KHAN.device());
    assertThat(linkUp.side(OAK).mic()).isEqualTo(KHAN.device());
    assertThat(linkUp.seconds(1).side(OAK).letAllUntil()).isNull();
    assertThat(linkUp.comes(OAK_TABLET).standing(OAK_TABLET)).isEqualTo(ASKING);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void aTabletIsNeverTheCameraNorTheMicrophone(boolean mic, boolean cam) {
    var linkUp = lobby().comes(OAK_TABLET);
    var tablet = OAK_TABLET.device();
    assertThat(linkUp.answer(KHAN, new DeviceCommand.Admit(tablet, mic, cam)))
        .contains(Refusal.TABLET);
    linkUp.says(KHAN, new DeviceCommand.Admit(tablet, false, false));
    assertThat(linkUp.answer(KHAN, new DeviceCommand.Give(tablet, mic, cam)))
        .contains(Refusal.TABLET);
  }

  @Test
  void whatOneDeviceIsGivenAnotherLoses() {
    var linkUp = lobby().comes(OAK_PHONE);
    linkUp.says(KHAN, new DeviceCommand.Admit(OAK_PHONE.device(), true, false));
    assertThat(linkUp.side(OAK).mic()).isEqualTo(OAK_PHONE.device());
    assertThat(linkUp.side(OAK).cam()).isEqualTo(KHAN.device());
    linkUp.says(KHAN, new DeviceCommand.Give(OAK_PHONE.device(), false, false));
    assertThat(linkUp.side(OAK).mic()).isNull();
    linkUp.says(KHAN, new DeviceCommand.Give(KHAN.device(), true, true));
    assertThat(linkUp.side(OAK).mic()).isEqualTo(KHAN.device());
    linkUp.says(KHAN, new DeviceCommand.Give(OAK_PHONE.device(), true, false));
    linkUp.says(KHAN, new DeviceCommand.Remove(OAK_PHONE.device()));
    assertThat(linkUp.side(OAK).mic()).isNull();
  }

  @Test
  void anAdultSendsOutWhatIsOfHerClassAndAnyGuestButNotHerself() {
    var linkUp = lobby().comes(KHAN_LAPTOP, FACILITATOR, OBSERVER);
    assertThat(linkUp.answer(KHAN, new DeviceCommand.Remove(REED.device())))
        .contains(Refusal.NOT_YOURS);
    assertThat(linkUp.answer(KHAN, new DeviceCommand.Remove(KHAN.device())))
        .contains(Refusal.NOT_ALLOWED);
    linkUp.says(REED, new DeviceCommand.Remove(OBSERVER.device())).comes(OBSERVER);
    assertThat(linkUp.standing(OBSERVER)).isEqualTo(REMOVED);
    linkUp.says(KHAN, new DeviceCommand.Back(OBSERVER.device()));
    assertThat(linkUp.standing(OBSERVER)).isEqualTo(IN);
  }

  @Test
  void whoWasSentOutDoesNotComeBackByAnotherDeviceUntilSheIsInvited() {
    var linkUp = lobby().comes(COVER, KHAN_LAPTOP);
    linkUp.says(COVER, new DeviceCommand.Remove(KHAN.device()));
    linkUp.says(COVER, new DeviceCommand.Remove(KHAN_LAPTOP.device()));
    var phone = adult("khanphone", PassRole.TEACHER);
    assertThat(linkUp.comes(phone).standing(phone)).isEqualTo(REMOVED);
    linkUp.says(COVER, new DeviceCommand.Back(KHAN.device())).comes(phone, KHAN_LAPTOP);
    assertThat(linkUp.standing(phone)).isEqualTo(IN);
    assertThat(linkUp.standing(KHAN_LAPTOP)).isEqualTo(IN);
  }

  @Test
  void aLockedRoomKnowsWhoWasInAndAsksTheOthers() {
    var linkUp = lobby().says(REED, new RoomCommand.Lock(true));
    linkUp.comes(KHAN_LAPTOP, COVER, FACILITATOR).says(KHAN, new DeviceCommand.LetAll());
    assertThat(linkUp.standing(KHAN_LAPTOP)).isEqualTo(IN);
    assertThat(linkUp.standing(COVER)).isEqualTo(IN);
    assertThat(linkUp.standing(FACILITATOR)).isEqualTo(ASKING);
    assertThat(linkUp.comes(OAK_TABLET).standing(OAK_TABLET)).isEqualTo(ASKING);
    linkUp.says(KHAN, new DeviceCommand.Admit(FACILITATOR.device(), false, false));
    assertThat(linkUp.standing(FACILITATOR)).isEqualTo(IN);
    linkUp.says(FACILITATOR, new RoomCommand.Lock(false)).comes(OBSERVER);
    assertThat(linkUp.standing(OBSERVER)).isEqualTo(IN);
  }

  @Test
  void thePartnersLockDoesNotShutOutAClassThatHasNobodyInToLetItsTeacherIn() {
    var linkUp = LinkUp.ofTwo().comes(REED).says(REED, new RoomCommand.Lock(true));
    assertThat(linkUp.comes(KHAN).standing(KHAN)).isEqualTo(IN);
    assertThat(linkUp.comes(COVER).standing(COVER)).isEqualTo(ASKING);
    linkUp.silent(KHAN).comes(COVER);
    assertThat(linkUp.standing(COVER)).isEqualTo(IN);
  }

  @Test
  void aBoardOnWhichACoverAdultHasSignedInIsHerKey() {
    var board =
        new Member(
            id("board"),
            OAK,
            null,
            "Board",
            PassRole.DEVICE,
            Screen.CLASS,
            DeviceKind.BOARD,
            false);
    var cover =
        new Member(
            id("board"),
            OAK,
            null,
            "Mr Ali",
            PassRole.COVER,
            Screen.CLASS,
            DeviceKind.BOARD,
            false);
    var linkUp = LinkUp.ofTwo().at(LinkUp.STARTS).comes(board, REED);
    assertThat(linkUp.comes(cover).side(OAK).keyed()).isTrue();
    assertThat(linkUp.side(OAK).cam()).isEqualTo(board.device());
    assertThat(linkUp.ready(cover, REED).door()).isEqualTo("open");
    linkUp.comes(board);
    assertThat(linkUp.side(OAK).keyed()).isFalse();
  }

  @Test
  void aDeviceThatWasSentOutAndLeftIsNotHereWhenItIsInvitedBack() {
    var linkUp =
        lobby().comes(KHAN_LAPTOP).says(KHAN, new DeviceCommand.Remove(KHAN_LAPTOP.device()));
    linkUp.silent(KHAN_LAPTOP).says(KHAN, new DeviceCommand.Back(KHAN_LAPTOP.device()));
    assertThat(linkUp.device(KHAN_LAPTOP).here()).isFalse();
    linkUp.comes(KHAN_LAPTOP);
    assertThat(linkUp.device(KHAN_LAPTOP).here()).isTrue();
  }

  @Test
  void theNextBoardCarriesTheCameraWhereTheFirstIsGone() {
    var second = adult("second", PassRole.ASSISTANT, DeviceKind.BOARD);
    var third = adult("third", PassRole.ASSISTANT, DeviceKind.BOARD);
    var linkUp = lobby().comes(third);
    assertThat(linkUp.side(OAK).cam()).isEqualTo(KHAN.device());
    linkUp.silent(KHAN).comes(second);
    assertThat(linkUp.side(OAK).cam()).isEqualTo(second.device());
  }

  @Test
  void signingOutEverywhereTakesAllHerDevicesAndNoOthers() {
    var linkUp = lobby().comes(KHAN_LAPTOP, COVER, OBSERVER);
    linkUp
        .hears(new ServerCommand.SignedOut(id("khan")))
        .hears(new ServerCommand.SignedOut(id("head")));
    assertThat(linkUp.standing(KHAN)).isEqualTo(UNKNOWN);
    assertThat(linkUp.standing(KHAN_LAPTOP)).isEqualTo(UNKNOWN);
    assertThat(linkUp.standing(OBSERVER)).isEqualTo(UNKNOWN);
    assertThat(linkUp.standing(COVER)).isEqualTo(IN);
    assertThat(linkUp.standing(REED)).isEqualTo(IN);
    assertThat(linkUp.side(OAK).cam()).isNull();
    assertThat(linkUp.side(ELM).cam()).isEqualTo(REED.device());
  }

  @Test
  void whosePartHasEndedIsOutAndStaysOutWhateverSheComesBy() {
    var linkUp = lobby().comes(KHAN_LAPTOP, COVER, OBSERVER);
    linkUp
        .hears(new ServerCommand.Left(id("khan")))
        .hears(new ServerCommand.Left(id("head")))
        .comes(KHAN, KHAN_LAPTOP, OBSERVER);
    assertThat(linkUp.standing(KHAN)).isEqualTo(REMOVED);
    assertThat(linkUp.standing(KHAN_LAPTOP)).isEqualTo(REMOVED);
    assertThat(linkUp.standing(OBSERVER)).isEqualTo(REMOVED);
    assertThat(linkUp.standing(COVER)).isEqualTo(IN);
    assertThat(linkUp.side(OAK).cam()).isNull();
  }

  @Test
  void aCoverAdultWhosePassIsTakenBackIsOutAndStaysOut() {
    var ali =
        new Member(
            id("aliboard"),
            OAK,
            id("alipass"),
            "Mr Ali",
            PassRole.COVER,
            Screen.CLASS,
            DeviceKind.BOARD,
            false);
    var taken = new ServerCommand.Withdrawn(OAK, id("alipass"), "Mr Ali");
    var inTheRoom = LinkUp.ofTwo().comes(ali, REED).hears(taken);
    assertThat(inTheRoom.standing(ali)).isEqualTo(REMOVED);
    assertThat(inTheRoom.side(OAK).keyed()).isFalse();
    var notYetThere = LinkUp.ofTwo().comes(REED).hears(taken).comes(ali);
    assertThat(notYetThere.standing(ali)).isEqualTo(REMOVED);
  }

  private static LinkUp lobby() {
    return LinkUp.ofTwo().comes(KHAN, REED);
  }

  private static Member adult(String device, PassRole role) {
    return adult(device, role, DeviceKind.ADULT);
  }

  private static Member adult(String device, PassRole role, DeviceKind kind) {
    var screen = kind == DeviceKind.BOARD ? Screen.CLASS : Screen.ADULT;
    var person = role == PassRole.TEACHER ? id("khan") : id("p" + device);
    return new Member(id(device), OAK, person, "Adult " + device, role, screen, kind, false);
  }
}
