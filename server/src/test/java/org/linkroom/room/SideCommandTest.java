package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ASSISTANT;
import static org.linkroom.testing.Cast.COVER;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.FACILITATOR;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.OAK_TABLET;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.Cast.id;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.LinkUp;

/// What is said for a class: promises, cover, microphone and camera, who leads.
class SideCommandTest {

  @ParameterizedTest
  @CsvSource({
    "NONE,  NONE,  ok",
    "NONE,  HANDS, promise.wide",
    "NONE,  WIDE,  promise.wide",
    "HANDS, NONE,  ok",
    "HANDS, HANDS, ok",
    "HANDS, WIDE,  promise.wide",
    "WIDE,  NONE,  ok",
    "WIDE,  HANDS, ok",
    "WIDE,  WIDE,  ok",
  })
  void theSchoolsSettingIsTheCeiling(Promise ceiling, Promise promise, String answer) {
    var linkUp = LinkUp.of(LinkUp.plan("link-up", ceiling, OAK, ELM)).comes(KHAN);
    assertThat(linkUp.answer(KHAN, new SideCommand.Promised(promise)).map(Refusal::code))
        .isEqualTo(
            answer.equals("ok") ? java.util.Optional.empty() : java.util.Optional.of(answer));
    assertThat(linkUp.side(OAK).promise()).isEqualTo(answer.equals("ok") ? promise : null);
  }

  @Test
  void thePartnersAdultReadsThePromiseBeforeTheDoorOpens() {
    var linkUp = LinkUp.ofTwo().at(LinkUp.STARTS.minusSeconds(600)).comes(KHAN, REED);
    linkUp.says(KHAN, new SideCommand.Promised(Promise.HANDS));
    assertThat(linkUp.door()).startsWith("shut");
    var seen = Views.document(linkUp.room(), Audience.ADULT, ELM);
    assertThat(seen.at("/sides/oak000000000/promise").asText()).isEqualTo("hands");
  }

  @Test
  void aWiderPromiseIsToldBeforeItHoldsAndANarrowerOneHoldsAtOnce() {
    var linkUp = LinkUp.live().says(KHAN, new SideCommand.Promised(Promise.NONE));
    assertThat(linkUp.side(OAK).promise()).isEqualTo(Promise.NONE);
    linkUp.says(KHAN, new SideCommand.Promised(Promise.WIDE));
    assertThat(linkUp.side(OAK).promise()).isEqualTo(Promise.NONE);
    for (Audience audience : Audience.values()) {
      var next = Views.document(linkUp.room(), audience, ELM).at("/sides/oak000000000/next");
      assertThat(next.path("promise").asText()).isEqualTo("wide");
      assertThat(next.path("at").asLong()).isEqualTo(linkUp.now().plusSeconds(10).toEpochMilli());
    }
    assertThat(linkUp.seconds(9).side(OAK).promise()).isEqualTo(Promise.NONE);
    assertThat(linkUp.seconds(1).side(OAK).promise()).isEqualTo(Promise.WIDE);
    assertThat(linkUp.side(OAK).next()).isNull();
  }

  @Test
  void aNarrowerPromiseTakesBackTheWiderOneThatWasTold() {
    var linkUp = LinkUp.live().says(KHAN, new SideCommand.Promised(Promise.HANDS));
    linkUp.says(KHAN, new SideCommand.Promised(Promise.WIDE));
    linkUp.says(KHAN, new SideCommand.Promised(Promise.HANDS));
    assertThat(linkUp.seconds(60).side(OAK).promise()).isEqualTo(Promise.HANDS);
  }

  @Test
  void theSamePromiseAgainChangesNothing() {
    var linkUp = LinkUp.live();
    var before = linkUp.room();
    linkUp.says(KHAN, new SideCommand.Promised(Promise.WIDE)).says(KHAN, new SideCommand.Ready());
    assertThat(linkUp.room()).isSameAs(before);
  }

  @Test
  void anybodyCoversForHerClassAndOnlyAnAdultOfItUncovers() {
    var linkUp = LinkUp.live().says(KHAN, new DeviceCommand.LetAll()).comes(OAK_TABLET);
    linkUp.says(OAK_TABLET, new SideCommand.Cover());
    assertThat(linkUp.side(OAK).covered()).isTrue();
    assertThat(linkUp.side(ELM).covered()).isFalse();
    assertThat(Media.of(linkUp.room(), REED.device())).isNull();
    assertThat(linkUp.answer(OAK_TABLET, new SideCommand.Uncover())).contains(Refusal.NOT_ALLOWED);
    assertThat(linkUp.answer(REED, new SideCommand.Uncover())).contains(Refusal.NOT_COVERED_BY_YOU);
    linkUp.says(KHAN, new SideCommand.Uncover());
    assertThat(Media.of(linkUp.room(), REED.device())).isNotNull();
    assertThat(linkUp.record()).endsWith("cover.on", "cover.off");
    assertThat(linkUp.door()).isEqualTo("open");
  }

  @Test
  void whereBothHaveCoveredBothUncover() {
    var linkUp =
        LinkUp.live().says(KHAN, new SideCommand.Cover()).says(REED, new SideCommand.Cover());
    linkUp.says(KHAN, new SideCommand.Uncover());
    assertThat(Views.mediaFlow(linkUp.room())).isFalse();
    linkUp.says(REED, new SideCommand.Uncover());
    assertThat(Views.mediaFlow(linkUp.room())).isTrue();
  }

  @Test
  void aFacilitatorCoversTheWholeRoomAndEachClassUncoversForItself() {
    var linkUp = LinkUp.live().comes(FACILITATOR).says(FACILITATOR, new SideCommand.Cover());
    assertThat(linkUp.room().sides().values()).allMatch(Side::covered);
    linkUp.says(KHAN, new SideCommand.Uncover()).says(REED, new SideCommand.Uncover());
    assertThat(Views.mediaFlow(linkUp.room())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anAdultSilencesEitherClassAndSwitchesOnOnlyHerOwn(SideCommand.Switch.What what) {
    var linkUp = LinkUp.live().comes(FACILITATOR);
    linkUp.says(REED, new SideCommand.Switch(what, true, OAK));
    assertThat(off(linkUp, what)).isTrue();
    Stream.of(REED, FACILITATOR)
        .forEach(
            other ->
                assertThat(linkUp.answer(other, new SideCommand.Switch(what, false, OAK)))
                    .contains(Refusal.NOT_YOURS));
    var right = Objects.requireNonNull(Media.of(linkUp.room(), KHAN.device()));
    assertThat(what == SideCommand.Switch.What.MIC ? right.mic() : right.cam()).isFalse();
    linkUp.says(KHAN, new SideCommand.Switch(what, false, null));
    assertThat(off(linkUp, what)).isFalse();
    String word = what == SideCommand.Switch.What.MIC ? "mic.mute" : "camera.stop";
    assertThat(linkUp.line(word).classId()).isEqualTo(OAK);
  }

  private static boolean off(LinkUp linkUp, SideCommand.Switch.What what) {
    var side = linkUp.side(OAK);
    return what == SideCommand.Switch.What.MIC ? side.muted() : side.stopped();
  }

  @Test
  void aFacilitatorHasNoMicrophoneOfHerOwn() {
    var linkUp = LinkUp.live().comes(FACILITATOR);
    var mine = new SideCommand.Switch(SideCommand.Switch.What.MIC, true, null);
    var beech = new SideCommand.Switch(SideCommand.Switch.What.MIC, true, id("beech"));
    assertThat(linkUp.answer(FACILITATOR, mine)).contains(Refusal.MALFORMED);
    assertThat(linkUp.answer(FACILITATOR, beech)).contains(Refusal.MALFORMED);
  }

  @Test
  void anotherAdultLeadsFromNowOnAndTheyMayHandItBack() {
    var linkUp = LinkUp.live().comes(COVER, OAK_TABLET);
    linkUp.says(KHAN, new SideCommand.Hand(COVER.device()));
    assertThat(linkUp.side(OAK).adult()).isEqualTo(COVER.name());
    linkUp.says(COVER, new SideCommand.Hand(KHAN.device()));
    assertThat(linkUp.side(OAK).adult()).isEqualTo("Miss Khan");
    for (Member no : new Member[] {OAK_TABLET, REED}) {
      assertThat(linkUp.answer(KHAN, new SideCommand.Hand(no.device())))
          .contains(Refusal.NO_DEVICE);
    }
  }

  @Test
  void thePartnerReadsTheAdultWhoIsInAndNotTheLeadWhoIsIll() {
    var linkUp = LinkUp.ofTwo().at(LinkUp.STARTS).comes(COVER, REED).ready(COVER, REED);
    assertThat(linkUp.side(OAK).adult()).isEqualTo(COVER.name());
  }

  @Test
  void anAssistantWhoPressesReadyForMissKhanDoesNotTakeHerPlace() {
    var linkUp = LinkUp.ofTwo().at(LinkUp.STARTS).comes(KHAN_LAPTOP, ASSISTANT).ready(ASSISTANT);
    assertThat(linkUp.side(OAK).adult()).isEqualTo("Miss Khan");
  }
}
