package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.session.Connected.Stay;

class ConnectedTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0, nobody",
    "0-600, 10, one device",
    "0-601, 11, a begun minute counts",
    "0-1, 1, a second is a begun minute",
    "0-0, 0, no time at all",
    "0-600 0-600, 10, two devices at once count once",
    "0-600 300-900, 15, two that overlap",
    "0-900 300-600, 15, one within the other",
    "0-300 600-900, 10, away for a while",
    "0-300 300-600, 10, one after the other",
    "600-900 0-300, 10, in any order",
    "0-30 60-90, 1, seconds are added before they are rounded",
  })
  void minutesAreTheUnionOfStays(String stays, long minutes, String why) {
    var all =
        Arrays.stream(stays.split(" "))
            .filter(text -> !text.isEmpty())
            .map(text -> text.split("-"))
            .map(pair -> stay(Integer.parseInt(pair[0]), Integer.parseInt(pair[1])))
            .toList();
    assertThat(Connected.minutes(all)).as(why).isEqualTo(minutes);
  }

  @Property
  void minutesAreWhatCountingSecondsGives(@ForAll("stays") List<Stay> stays) {
    Set<Long> seconds = new HashSet<>();
    for (Stay stay : stays) {
      for (long s = stay.from().getEpochSecond(); s < stay.to().getEpochSecond(); s++) {
        seconds.add(s);
      }
    }
    assertThat(Connected.minutes(stays)).isEqualTo((long) Math.ceil(seconds.size() / 60.0));
  }

  @Provide
  Arbitrary<List<Stay>> stays() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1500), Arbitraries.integers().between(0, 400))
        .as((from, length) -> stay(from, from + length))
        .list()
        .ofMaxSize(12);
  }

  private static Stay stay(int from, int to) {
    return new Stay(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
  }
}
