package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.REED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.LinkUp;

/// What a room does when its session is planned anew.
class PlannedTest {
  @Test
  void aSessionMovedWhilePeopleWaitKeepsThemAndWaitsAgain() {
    var linkUp = inTheOpenLobby().comes(KHAN, REED).ready(KHAN);
    var later =
        LinkUp.plan(
            linkUp.room().id(), "link-up", Promise.WIDE, LinkUp.STARTS.plusSeconds(3600), OAK, ELM);
    linkUp.hears(new ServerCommand.Planned(later));
    assertThat(linkUp.phase()).isEqualTo(Phase.LOBBY);
    assertThat(linkUp.standing(REED)).isEqualTo(Room.Standing.IN);
    assertThat(linkUp.ready(REED).door()).isEqualTo("shut: early");
    assertThat(linkUp.at(LinkUp.STARTS.plusSeconds(2700)).door()).isEqualTo("open");
  }

  @Test
  void theSamePlanToldAgainChangesNothing() {
    for (var linkUp : List.of(inTheOpenLobby().comes(KHAN), LinkUp.live())) {
      var before = linkUp.room();
      linkUp.hears(new ServerCommand.Planned(LinkUp.plan("link-up", Promise.WIDE, OAK, ELM)));
      assertThat(linkUp.room()).isSameAs(before);
    }
  }

  @Test
  void aSessionMovedWhileItIsLiveGoesOn() {
    var linkUp = LinkUp.live();
    var longer =
        LinkUp.plan(
            linkUp.room().id(), "link-up", Promise.WIDE, LinkUp.STARTS.plusSeconds(600), OAK, ELM);
    linkUp.hears(new ServerCommand.Planned(longer));
    assertThat(linkUp.door()).isEqualTo("open");
    assertThat(linkUp.at(LinkUp.ENDS.plusSeconds(601)).phase()).isEqualTo(Phase.LIVE);
  }

  @Test
  void aStricterPlanNarrowsWhatWasPromised() {
    var linkUp = LinkUp.live();
    linkUp.hears(new ServerCommand.Planned(LinkUp.plan("link-up", Promise.HANDS, OAK, ELM)));
    assertThat(linkUp.side(OAK).promise()).isEqualTo(Promise.HANDS);
  }

  @Test
  void aClassWhoseLeaderHasStillToSayYesWaitsInItsLobbyUntilSheDoes() {
    var linkUp = inTheOpenLobby().comes(KHAN, REED);
    linkUp.hears(new ServerCommand.Planned(waiting(linkUp.room().id(), true)));
    linkUp.ready(KHAN).ready(REED);
    assertThat(linkUp.door()).isEqualTo("shut: leader");
    linkUp.hears(new ServerCommand.Planned(waiting(linkUp.room().id(), false)));
    assertThat(linkUp.door()).isEqualTo("open");
  }

  private static Plan waiting(Id room, boolean waits) {
    var plan = LinkUp.plan(room, "link-up", Promise.WIDE, LinkUp.STARTS, OAK, ELM);
    var sides =
        plan.sides().stream().map(p -> p.classId().equals(ELM) ? waits(p, waits) : p).toList();
    return new Plan(
        plan.session(),
        plan.link(),
        plan.kind(),
        plan.title(),
        plan.starts(),
        plan.ends(),
        sides,
        plan.times(),
        plan.lesson());
  }

  private static Side.Profile waits(Side.Profile of, boolean waits) {
    return new Side.Profile(
        of.classId(),
        of.rank(),
        of.label(),
        of.school(),
        of.motto(),
        of.phone(),
        of.ceiling(),
        of.code(),
        of.lead(),
        waits,
        of.needs());
  }

  private static LinkUp inTheOpenLobby() {
    return LinkUp.ofTwo().at(LinkUp.STARTS.minusSeconds(600));
  }
}
