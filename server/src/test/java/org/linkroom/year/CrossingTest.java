package org.linkroom.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.year.Crossing.Wish;

/// How classes go over, as tables.
class CrossingTest {
  private static final Id SCHOOL = Id.random();
  private static final Id ONE = Id.random();
  private static final Id OTHER = Id.random();

  private static Leaving leaving(Id id, String label, int yearGroup, List<Leaving.Tie> ties) {
    return new Leaving(
        id, SCHOOL, "Hilltop", label, yearGroup, 28, "", 2025, id, "Miss Khan", true, ties);
  }

  private static Wish wish(String fate, boolean again) {
    return new Wish(fate, "", "", "", again);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-30T22:59:59Z, 2025",
    "2026-06-30T23:00:00Z, 2026",
    "2026-09-01T08:00:00Z, 2026",
    "2027-01-10T08:00:00Z, 2026",
  })
  void fromJulyOnClassesGoIntoTheYearThatBeginsThen(Instant now, int year) {
    assertThat(Crossing.into(now)).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({
    "4B, 4, up, 5B, 5",
    "4B, 4, new, 4B, 4",
    "Year 10 Red, 10, up, Year 11 Red, 11",
    "14Y4, 4, up, 14Y5, 5",
    "Kingfishers, 6, up, Kingfishers, 7",
    "Reception A, 0, up, Reception A, 1",
    "Friends, -1, up, Friends, -1",
  })
  void aNameGoesUpWithTheYear(String label, int group, String fate, String next, int nextGroup) {
    var one = leaving(ONE, label, group, List.of());
    var going = Crossing.of(List.of(one), Map.of(ONE, wish(fate, false)), 2026).getFirst();
    assertThat(going.label()).isEqualTo(next);
    assertThat(going.yearGroup()).isEqualTo(nextGroup);
  }

  @ParameterizedTest
  @CsvSource({
    "up, true, up, none, asked",
    "new, true, up, none, asked",
    "up, false, new, none, none",
    "away, true, up, none, not",
    "up, true, away, none, not",
    "up, true, later, none, waits",
    "up, true, none, none, waits",
    "up, true, none, followed, asked",
    "up, true, none, away, not",
  })
  void aLinkIsAskedAgainWhereEachClassHasOneThatFollows(
      String own, boolean again, String partner, String before, String expected) {
    var other = new Leaving.Other(OTHER, before.equals("followed"), before.equals("away"));
    var tie = new Leaving.Tie(Id.random(), "4K, Riverside", 0, List.of(other));
    var wishes =
        partner.equals("none")
            ? Map.of(ONE, wish(own, again))
            : Map.of(ONE, wish(own, again), OTHER, wish(partner, false));
    var going = Crossing.of(List.of(leaving(ONE, "4B", 4, List.of(tie))), wishes, 2026);
    assertThat(going.getFirst().links().getFirst().again()).isEqualTo(expected);
  }

  @Test
  void whatIsNotDecidedEndsNoLink() {
    var tie = new Leaving.Tie(Id.random(), "4K", 0, List.of());
    var one = leaving(ONE, "4B", 4, List.of(tie));
    assertThat(Crossing.of(List.of(one), Map.of(ONE, wish("later", true)), 2026))
        .allSatisfy(going -> assertThat(going.links()).isEmpty());
  }

  @Test
  void twoClassesOfOneNameClash() {
    var classes = List.of(leaving(ONE, "4B", 4, List.of()), leaving(OTHER, "5B", 5, List.of()));
    var wishes = Map.of(ONE, wish("up", false), OTHER, wish("new", false));
    var going = Crossing.of(classes, wishes, 2026);
    assertThat(Crossing.clashing(going, Map.of())).containsExactly(OTHER);
    assertThat(Crossing.clashing(going, Map.of(SCHOOL, Set.of("5B")))).contains(ONE, OTHER);
  }
}
