package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.OAK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Lessons;

/// A lesson goes on by a press; its clock only tells the time, and a plan that is edited while it
/// runs loses nothing of what was done.
class LessonTest {
  private static final Instant NOW = Instant.parse("2027-03-04T10:00:00Z");

  @Test
  void aPauseStopsTheClockAndGivesItBack() {
    var lesson = Lessons.lesson().to(0, NOW);
    assertThat(lesson.until()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    var stood = lesson.pause(true, NOW.plusSeconds(60)).pause(false, NOW.plusSeconds(100));
    assertThat(stood.until()).isEqualTo(NOW.plusSeconds(340));
    assertThat(lesson.minute().until()).isEqualTo(NOW.plusSeconds(360));
  }

  @Test
  void anEditedPlanKeepsWhatIsOverAndWhatGoesOn() {
    var lesson = Lessons.lesson().to(2, NOW);
    var segments = new ArrayList<>(lesson.plan().segments());
    segments.removeIf(segment -> segment.id().equals("s1") || segment.id().equals("s5"));
    segments.replaceAll(segment -> segment.lasting(9));
    segments.reversed();
    var edited = lesson.edited(lesson.plan().of(segments.reversed()), OAK);
    assertThat(Objects.requireNonNull(edited.now()).id()).isEqualTo("s2");
    assertThat(Objects.requireNonNull(edited.now()).minutes()).isEqualTo(5);
    assertThat(edited.plan().segments())
        .extracting(Segment::id)
        .containsExactly("s0", "s1", "s2", "s10", "s9", "s8", "s7", "s6", "s4", "s3");
    assertThat(edited.rest()).extracting(Segment::minutes).containsOnly(9);
  }

  @Test
  void beforeItBeginsAnotherPlanTakesItsPlaceAndTheSameChangesNothing() {
    var lesson = Lessons.lesson();
    assertThat(lesson.edited(Lessons.whole(), OAK)).isSameAs(lesson);
    var other = Lessons.plan(new Think("Why?"));
    assertThat(lesson.edited(other, OAK)).isEqualTo(Lesson.of(other, OAK));
  }

  @Test
  void putDownItShowsNothingAndIsTakenUpWhereItWas() {
    var lesson = Lessons.lesson().to(3, NOW);
    var down = lesson.put(true, NOW.plusSeconds(5));
    assertThat(down.now()).isNull();
    assertThat(down.put(false, NOW.plusSeconds(300)).place()).isEqualTo("s3");
  }

  @Test
  void whatIsMadeShorterIsNeverTheGoodbye() {
    var lesson = Lessons.lesson().to(0, NOW);
    assertThat(lesson.longest().orElseThrow().id()).isNotEqualTo("s10");
    assertThat(lesson.to(9, NOW).longest()).isEmpty();
  }

  @Test
  void whereAClassNeedsLongerToThinkTheOtherClassWaitsAsLong() {
    var slow = new Needs(false, false, true, List.of());
    var plan = Lessons.plan(new Think("What do you wonder?"), Talk.fresh(false, false));
    assertThat(plan.suiting(List.of(Needs.NONE, slow)).segments())
        .extracting(Segment::minutes)
        .containsExactly(8, 5);
    assertThat(plan.suiting(List.of(Needs.NONE, Needs.NONE))).isSameAs(plan);
  }

  @Test
  void theRulesOfBothClassesAreReadWithThoseOfThePlanAndTheSameOnce() {
    var plan = Lessons.plan(Cards.of(Cards.Sort.RULES, List.of("Listen.")));
    var ours = new Needs(false, false, false, List.of("Wave hello.", "Listen."));
    var theirs = new Needs(false, false, false, List.of("Sit on the carpet."));
    var rules = (Cards) plan.suiting(List.of(ours, theirs)).segments().getFirst().activity();
    assertThat(rules.cards()).containsExactly("Listen.", "Wave hello.", "Sit on the carpet.");
  }
}
