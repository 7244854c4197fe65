package org.linkroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linkroom.activity.Activity;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Talk;
import org.linkroom.activity.Together;
import org.linkroom.base.Id;
import org.linkroom.network.LinkItems;
import org.linkroom.room.Running;
import org.linkroom.session.KeptLessons.Kept;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.testing.Lessons;

/// A link's way through its year.
class JourneyTest {
  private static final Instant SEPTEMBER = Instant.parse("2026-09-15T09:00:00Z");

  @Test
  void contactsStandInTheirOrderWithTheWeeksBetweenThem() {
    var first = session("first", SEPTEMBER);
    var second = session("second", Instant.parse("2026-11-24T10:00:00Z"));
    var visit =
        new LinkItems.Item(
            Id.random(), "visit", "", LocalDate.parse("2026-10-06"), "Hilltop", "A walk");
    var journey = Journey.of(List.of(first, second), List.of(visit), List.of());
    assertThat(journey.stops())
        .extracting(Journey.Stop::what, Journey.Stop::weeks)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("kind.link-up", 0L),
            org.assertj.core.groups.Tuple.tuple("linking.item.visit", 3L),
            org.assertj.core.groups.Tuple.tuple("kind.link-up", 7L));
  }

  @Test
  void aStopSaysItsPlanAndWhoStarted() {
    var held = session("first", SEPTEMBER);
    var journey =
        Journey.of(List.of(held), List.of(), List.of(kept("first", ELM, Talk.fresh(false, false))));
    assertThat(journey.stops().getFirst().plan()).isEqualTo("A whole lesson");
    assertThat(journey.stops().getFirst().started()).isEqualTo(ELM);
  }

  @Test
  void theGridCountsStepsThatWereReachedAndNoOthers() {
    var journey =
        Journey.of(List.of(), List.of(), List.of(kept("a", OAK, Talk.fresh(false, false))));
    assertThat(journey.steps("us", "class")).isEqualTo(1);
    assertThat(journey.steps("me", "self")).isZero();
    assertThat(journey.grid()).hasSize(1);
  }

  @Test
  void whatIsTheSameBecomesAThreadAndWhatIsDifferentDoesNot() {
    var gathered =
        new Together(
            Together.Sort.SAME,
            new TreeMap<>(
                Map.of(
                    id("rain"), new Together.Entry(OAK, "same", "We like rain", 1),
                    id("pond"), new Together.Entry(ELM, "different", "They have a pond", 2))));
    assertThat(Journey.of(List.of(), List.of(), List.of(kept("a", OAK, gathered))).threads())
        .extracting(Journey.Tie::text)
        .containsExactly("We like rain");
  }

  private static Session session(String id, Instant starts) {
    return new Session(
        id(id),
        "link-up",
        id("link"),
        SessionState.ENDED,
        starts,
        40,
        "",
        id("khan"),
        null,
        starts,
        starts.plusSeconds(2400),
        "",
        1,
        null,
        null);
  }

  /// A lesson of two steps, of which the first was reached.
  private static Kept kept(String session, Id starts, Activity activity) {
    var lesson =
        Lesson.of(Lessons.plan(activity, Talk.fresh(false, false)), starts).to(0, SEPTEMBER);
    var acts = new TreeMap<String, Activity>(Map.of("s0", activity));
    return new Kept(id(session), id("link"), SEPTEMBER, new Running(lesson, acts));
  }

  private static Id id(String word) {
    return org.linkroom.testing.Cast.id(word);
  }
}
