package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.ELM_TABLET;
import static org.linkroom.testing.Cast.FACILITATOR;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.OAK_TABLET;
import static org.linkroom.testing.Cast.REED;

import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.linkroom.activity.Act;
import org.linkroom.activity.Asking;
import org.linkroom.activity.CheckIn;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Questions;
import org.linkroom.activity.Tablets;
import org.linkroom.activity.Talking;
import org.linkroom.activity.Vote;
import org.linkroom.activity.Voting;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.LinkUp;
import org.linkroom.testing.RandomActs;

/// A lesson is led from either side, one step at a press, and what comes too late does nothing.
class LeadingTest {
  private final LinkUp linkUp = LinkUp.taught();

  private Lesson lesson() {
    return Objects.requireNonNull(linkUp.room().running().lesson());
  }

  /// Go on until this segment.
  private LeadingTest to(String place) {
    while (!lesson().place().equals(place)) {
      linkUp.seconds(5).says(KHAN, new LessonCommand.Next(lesson().place()));
    }
    linkUp.seconds(5);
    return this;
  }

  private void does(Member who, Act act) {
    linkUp.says(who, new ActCommand(lesson().place(), act));
  }

  @Test
  void twoAdultsWhoPressAtOnceGoOneStep() {
    linkUp.seconds(5).says(KHAN, new LessonCommand.Next("s0"));
    linkUp.says(REED, new LessonCommand.Next("s0"));
    assertThat(lesson().place()).isEqualTo("s1");
  }

  @Test
  void whoCameInWithAPlanHasAgreedToItSoThatItBeginsWhenTheClassesSeeEachOther() {
    var waiting = LinkUp.untaught();
    assertThat(waiting.room().running().lesson()).matches(is -> is.at() == -1, "not begun");
    assertThat(lesson().place()).isEqualTo("s0");
    assertThat(linkUp.room().running().now()).isInstanceOf(org.linkroom.activity.Cards.class);
  }

  @Test
  void aKeyThatSticksGoesOneStep() {
    linkUp.seconds(5);
    for (int i = 0; i < 9; i++) {
      linkUp.says(KHAN, new LessonCommand.Next(lesson().place()));
    }
    assertThat(lesson().place()).isEqualTo("s1");
  }

  @Test
  void theFacilitatorLeadsAndATabletDoesNot() {
    linkUp.seconds(5).comes(FACILITATOR).says(FACILITATOR, new LessonCommand.Next("s0"));
    linkUp.comes(OAK_TABLET).says(KHAN, new DeviceCommand.Admit(OAK_TABLET.device(), false, false));
    assertThat(linkUp.seconds(5).answer(OAK_TABLET, new LessonCommand.Next("s1")))
        .contains(Refusal.NOT_ALLOWED);
  }

  @Test
  void itEndsAfterItsLastSegmentAndGoesNoFurther() {
    to("end");
    linkUp.says(KHAN, new LessonCommand.Next("end"));
    assertThat(lesson().place()).isEqualTo("end");
    assertThat(lesson().now()).isNull();
    linkUp.says(KHAN, new LessonCommand.Back("end"));
    assertThat(lesson().place()).isEqualTo("s10");
  }

  @Test
  void whatIsSaidForASegmentThatIsOverChangesNothing() {
    to("s1");
    var count = new CheckIn.Does.Count(new TreeMap<>(java.util.Map.of("sunny", 9)));
    assertThat(linkUp.answer(KHAN, new ActCommand("s0", count))).contains(Refusal.MOVED_ON);
    assertThat(linkUp.answer(KHAN, new ActCommand("s1", new Talking.Pass(0))))
        .contains(Refusal.MOVED_ON);
  }

  @Test
  void thinkingTimeTurnsAllMicrophonesOffAndGivesThemBack() {
    to("s6");
    assertThat(Objects.requireNonNull(Media.of(linkUp.room(), KHAN.device())).mic()).isFalse();
    to("s7");
    assertThat(Objects.requireNonNull(Media.of(linkUp.room(), KHAN.device())).mic()).isTrue();
  }

  @Test
  void whereMicrophonesFollowTheTurnOnlyItsClassIsHeardAndAnAdultEndsThatAtOnce() {
    to("s3");
    does(KHAN, new Talking.Pass(0));
    assertThat(sounds(REED)).isTrue();
    does(REED, new Talking.Follow(true));
    assertThat(sounds(KHAN)).isTrue();
    assertThat(sounds(REED)).isFalse();
    assertThat(linkUp.answer(REED, new ActCommand("s3", new Talking.Heard(3))))
        .as("what is off hears nothing")
        .contains(Refusal.NOT_ALLOWED);
    does(KHAN, new Talking.Pass(1));
    assertThat(sounds(REED)).isTrue();
    assertThat(sounds(KHAN)).isFalse();
    does(KHAN, new Talking.Follow(false));
    assertThat(sounds(KHAN)).isTrue();
  }

  private boolean sounds(Member who) {
    return Objects.requireNonNull(Media.of(linkUp.room(), who.device())).mic();
  }

  @Test
  void aClassThatDropsInTheMiddleFindsWhatItCounted() {
    to("s1");
    does(KHAN, new CheckIn.Does.Count(new TreeMap<>(java.util.Map.of("rainy", 7))));
    linkUp.silent(KHAN).comes(KHAN);
    var is = (CheckIn) Objects.requireNonNull(linkUp.room().running().now());
    assertThat(is.counts()).containsKey(OAK).doesNotContainKey(ELM);
  }

  @Test
  void tabletsOfAClassThatDropsInTheMiddleOfAVoteStillCountOnce() {
    to("s4");
    does(KHAN, new Asking.Write("", "Why do we laugh?", false));
    to("s5");
    linkUp.comes(OAK_TABLET).says(KHAN, new DeviceCommand.Admit(OAK_TABLET.device(), false, false));
    does(KHAN, new Tablets.Does.Ask(true));
    var vote = (Vote) Objects.requireNonNull(linkUp.room().running().now());
    var cast = new Tablets.Does.Cast(new TreeSet<>(vote.options()));
    does(OAK_TABLET, cast);
    linkUp.silent(KHAN, OAK_TABLET).comes(KHAN, OAK_TABLET);
    does(OAK_TABLET, cast);
    to("s6");
    var left = (Vote) Objects.requireNonNull(linkUp.room().running().acts().get("s5"));
    assertThat(Objects.requireNonNull(left.ballots().get(OAK)).voters()).isEqualTo(1);
    assertThat(Objects.requireNonNull(Parts.all(linkUp.room()).get("act:s5")))
        .doesNotContain(OAK_TABLET.device().text());
  }

  @Test
  void whatNobodyApprovedIsErasedFromTheRoomWhenTheSessionEnds() {
    to("s4");
    linkUp.comes(ELM_TABLET).says(REED, new DeviceCommand.Admit(ELM_TABLET.device(), false, false));
    does(ELM_TABLET, new Asking.Write("", RandomActs.TYPED, false));
    assertThat(Parts.all(linkUp.room()).toString()).contains(RandomActs.TYPED);
    linkUp.says(REED, new RoomCommand.End());
    assertThat(Parts.all(linkUp.room()).toString()).doesNotContain(RandomActs.TYPED);
  }

  @Test
  void aPlanThatIsEditedWhileItRunsKeepsWhatItsActivitiesHold() {
    to("s4");
    does(KHAN, new Asking.Write("", "Why do we laugh?", false));
    var plan = LinkUp.taught(LinkUp.plan("link-up", Promise.WIDE, OAK, ELM));
    linkUp.hears(new ServerCommand.Planned(plan));
    var is = (Questions) Objects.requireNonNull(linkUp.room().running().now());
    assertThat(is.all()).hasSize(1);
    assertThat(lesson().place()).isEqualTo("s4");
  }

  @Test
  void aVoteThatWasReachedTooEarlyFindsTheQuestionsTheNextTime() {
    to("s5");
    linkUp.says(KHAN, new LessonCommand.Back("s5"));
    does(KHAN, new Asking.Write("", "Why do we laugh?", false));
    to("s5");
    var vote = (Vote) Objects.requireNonNull(linkUp.room().running().now());
    assertThat(vote.choices()).hasSize(1);
  }

  @Test
  void whoLostAVoteIsKnownToTheRestOfTheLesson() {
    to("s4");
    does(KHAN, new Asking.Write("", "Why do we laugh?", false));
    does(REED, new Asking.Write("", "Why do we dream?", false));
    to("s5");
    var vote = (Vote) Objects.requireNonNull(linkUp.room().running().now());
    var hands = new TreeMap<String, Integer>();
    hands.put(vote.options().getFirst(), 20);
    does(KHAN, new Voting.Count(20, hands));
    does(REED, new Voting.Count(20, hands));
    linkUp.says(KHAN, new RoomCommand.End());
    assertThat(lesson().lost()).isEqualTo(ELM);
  }

  @Test
  void aSegmentIsLeftOutAndComeBackToFromTheList() {
    to("s1");
    linkUp.says(REED, new LessonCommand.Skip("s1", "s6"));
    assertThat(lesson().place()).isEqualTo("s6");
    linkUp.seconds(5).says(KHAN, new LessonCommand.Skip("s1", "s3"));
    assertThat(lesson().place()).as("asked for from where it is no longer").isEqualTo("s6");
    linkUp.says(KHAN, new LessonCommand.Skip("s6", "nowhere"));
    assertThat(lesson().place()).isEqualTo("s6");
    linkUp.says(KHAN, new LessonCommand.Skip("s6", "s2"));
    assertThat(lesson().place()).isEqualTo("s2");
  }

  @Test
  void withoutAPlanNothingCanBeLed() {
    assertThat(LinkUp.live().answer(KHAN, new LessonCommand.Next("start")))
        .contains(Refusal.NO_LESSON);
  }
}
