package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.room.Room.Standing.ASKING;
import static org.linkroom.room.Room.Standing.IN;
import static org.linkroom.room.Room.Standing.UNKNOWN;
import static org.linkroom.testing.Cast.COVER;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.OAK_TABLET;
import static org.linkroom.testing.Cast.OBSERVER;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.Cast.REED_LAPTOP;
import static org.linkroom.testing.Cast.device;

import org.junit.jupiter.api.Test;
import org.linkroom.base.Limits;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.LinkUp;

/// How many may be in, wait and be remembered as sent out.
class CrowdTest {
  @Test
  void aDeviceThatAskedAndGoesIsForgottenAndOneThatWasInIsRemembered() {
    var linkUp = lobby().says(REED, new RoomCommand.Lock(true)).comes(OAK_TABLET, OBSERVER);
    linkUp.silent(OAK_TABLET, OBSERVER, KHAN);
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(UNKNOWN);
    assertThat(linkUp.standing(OBSERVER)).isEqualTo(UNKNOWN);
    assertThat(linkUp.standing(KHAN)).isEqualTo(IN);
    assertThat(linkUp.device(KHAN).here()).isFalse();
    assertThat(linkUp.record()).containsOnlyOnce("device.gone");
  }

  @Test
  void noMoreDevicesWaitThanTheirBound() {
    var linkUp = lobby();
    for (int i = 0; i < Limits.ASKING; i++) {
      linkUp.comes(device("asking" + i + "x", OAK, DeviceKind.TABLET));
    }
    assertThat(linkUp.answer(new ServerCommand.Came(OAK_TABLET))).contains(Refusal.FULL);
    var elms = device("elms", ELM, DeviceKind.TABLET);
    assertThat(linkUp.comes(elms).standing(elms)).isEqualTo(ASKING);
    // Those who wait already come again without being too many.
    linkUp.comes(device("asking0x", OAK, DeviceKind.TABLET));
  }

  @Test
  void noMoreDevicesAreInThanTheirBoundAndOneThatLeftGivesUpItsPlace() {
    var linkUp = lobby().says(KHAN, new DeviceCommand.LetAll());
    for (int i = 1; i < Limits.DEVICES; i++) {
      linkUp.comes(device("in" + i + "x", OAK, DeviceKind.TABLET));
    }
    assertThat(linkUp.answer(new ServerCommand.Came(OAK_TABLET))).contains(Refusal.FULL);
    assertThat(linkUp.answer(new ServerCommand.Came(COVER))).contains(Refusal.FULL);
    linkUp.silent(device("in7x", OAK, DeviceKind.TABLET)).comes(COVER);
    assertThat(linkUp.standing(COVER)).isEqualTo(IN);
    assertThat(linkUp.standing(device("in7x", OAK, DeviceKind.TABLET))).isEqualTo(UNKNOWN);
    linkUp.seconds(300).comes(OAK_TABLET);
    assertThat(linkUp.answer(KHAN, new DeviceCommand.Admit(OAK_TABLET.device(), false, false)))
        .contains(Refusal.FULL);
    linkUp.says(KHAN, new DeviceCommand.LetAll());
    assertThat(linkUp.standing(OAK_TABLET)).isEqualTo(ASKING);
    assertThat(linkUp.comes(REED_LAPTOP).standing(REED_LAPTOP)).isEqualTo(IN);
  }

  @Test
  void noMoreAreRememberedAsSentOutThanTheirBound() {
    var linkUp = lobby();
    for (int i = 0; i <= Limits.REMOVED; i++) {
      var stranger = device("stranger" + i + "x", OAK, DeviceKind.TABLET);
      linkUp.seconds(1).comes(stranger).says(KHAN, new DeviceCommand.Refuse(stranger.device()));
    }
    assertThat(linkUp.side(OAK).removed()).hasSize(Limits.REMOVED);
    assertThat(linkUp.standing(device("stranger0x", OAK, DeviceKind.TABLET))).isEqualTo(UNKNOWN);
  }

  private static LinkUp lobby() {
    return LinkUp.ofTwo().comes(KHAN, REED);
  }
}
