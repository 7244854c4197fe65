package org.linkroom.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.OAK_BOARD;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.LinkUp.STARTS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.room.SideCommand;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.testing.Cast;
import org.linkroom.testing.LinkUp;

class LightTest {
  private static Session session(SessionState state, @Nullable Instant liveAt) {
    return new Session(
        Cast.id("room"),
        "link-up",
        Cast.id("link"),
        state,
        STARTS,
        60,
        "",
        Cast.id("khan"),
        Cast.OAK,
        liveAt,
        null,
        "",
        1,
        null,
        null);
  }

  private static String empty(SessionState state, Instant now) {
    return says(Light.of(new Sight(session(state, null), Optional.empty(), Set.of()), now));
  }

  private static String of(LinkUp linkUp, SessionState state, Id... poor) {
    var live = state == SessionState.LIVE ? STARTS.minusSeconds(300) : null;
    var sight = new Sight(session(state, live), Optional.of(linkUp.room()), Set.of(poor));
    return says(Light.of(sight, linkUp.now()));
  }

  private static String says(Light light) {
    return (light.colour() + " " + light.why() + " " + light.classes() + " " + light.minutes())
        .replace(" []", "");
  }

  private static Instant after(long minutes) {
    return STARTS.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void whereNobodyHasComeItIsQuietThenAmberThenRed() {
    assertThat(empty(SessionState.AGREED, after(-30))).isEqualTo("REST PLANNED 0");
    assertThat(empty(SessionState.OPEN, after(-6))).isEqualTo("REST PLANNED 0");
    assertThat(empty(SessionState.OPEN, after(-5))).isEqualTo("AMBER WAITING 0");
    assertThat(empty(SessionState.OPEN, after(2))).isEqualTo("AMBER NOBODY 2");
    assertThat(empty(SessionState.OPEN, after(3))).isEqualTo("RED NOBODY 3");
  }

  @Test
  void aPartnerWhoIsLateIsNamedWithTheMinutes() {
    var linkUp = LinkUp.ofTwo().at(after(-10)).comes(KHAN);
    assertThat(of(linkUp, SessionState.OPEN)).isEqualTo("REST OPENING 0");
    assertThat(of(linkUp.at(after(-4)), SessionState.OPEN))
        .isEqualTo("AMBER WAITING [Class elm] 0");
    assertThat(of(linkUp.at(after(1)), SessionState.OPEN)).isEqualTo("AMBER LATE [Class elm] 1");
    assertThat(of(linkUp.at(after(4)), SessionState.OPEN)).isEqualTo("RED LATE [Class elm] 4");
  }

  @Test
  void aScreenWithoutItsAdultIsToldApartFromAClassThatIsNotThere() {
    var linkUp = LinkUp.ofTwo().at(after(-4)).comes(REED, KHAN);
    linkUp.says(KHAN, new SideCommand.Promised(org.linkroom.room.Promise.WIDE));
    linkUp.comes(OAK_BOARD);
    linkUp.says(KHAN, new org.linkroom.room.DeviceCommand.Admit(OAK_BOARD.device(), false, false));
    linkUp.silent(KHAN).at(after(5));
    assertThat(of(linkUp, SessionState.OPEN)).isEqualTo("RED ADULTLESS [Class oak] 5");
  }

  @Test
  void bothHereIsWellBeforeTheStartAndAmberAfterItUntilTheyAreReady() {
    var linkUp = LinkUp.ofTwo().at(after(-4)).comes(KHAN, REED);
    assertThat(of(linkUp, SessionState.OPEN)).isEqualTo("GREEN READY 0");
    assertThat(of(linkUp.ready(KHAN).at(after(6)), SessionState.OPEN))
        .isEqualTo("AMBER UNREADY [Class elm] 6");
  }

  @Test
  void anOpenDoorIsGreenUnlessItsLineIsPoorOrSomebodyCovered() {
    var linkUp = LinkUp.live().at(after(10));
    assertThat(of(linkUp, SessionState.LIVE)).isEqualTo("GREEN WELL 15");
    assertThat(of(linkUp, SessionState.OPEN))
        .as("a second before the clockwork")
        .startsWith("GREEN");
    assertThat(of(linkUp, SessionState.LIVE, ELM)).isEqualTo("AMBER POOR [Class elm] 0");
    linkUp.says(KHAN, new SideCommand.Cover());
    assertThat(of(linkUp, SessionState.LIVE)).isEqualTo("AMBER COVERED [Class oak] 0");
  }

  @Test
  void aClassThatLostItsAdultIsAskedAboutAndThenRed() {
    var linkUp = LinkUp.live().at(after(10)).silent(REED);
    linkUp.seconds(60 * 3);
    assertThat(of(linkUp, SessionState.LIVE)).matches("RED (LOST|GONE) \\[Class elm] [23]");
  }

  @Test
  void whatIsOverOrUnansweredSaysSo() {
    assertThat(empty(SessionState.CANCELLED, after(5))).isEqualTo("REST CANCELLED 0");
    assertThat(empty(SessionState.ENDED, after(70))).isEqualTo("AMBER MISSED 0");
    assertThat(empty(SessionState.LIVE, after(5))).isEqualTo("AMBER UNSEEN 0");
    assertThat(empty(SessionState.PROPOSED, after(-121))).isEqualTo("REST PLANNED 0");
    assertThat(empty(SessionState.PROPOSED, after(-120))).isEqualTo("AMBER UNANSWERED 0");
    var held = session(SessionState.ENDED, STARTS);
    assertThat(says(Light.of(new Sight(held, Optional.empty(), Set.of()), after(70))))
        .isEqualTo("REST ENDED 0");
  }
}
