package org.linkroom.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BackoffTest {
  @Property
  void aWaitIsNeverZeroNorOverItsCeiling(
      @ForAll @LongRange(min = 1, max = 5_000) long first,
      @ForAll @LongRange(min = 5_000, max = 600_000) long most,
      @ForAll @IntRange(max = 100_000) int attempt,
      @ForAll long seed) {
    var backoff = new Backoff(Duration.ofMillis(first), Duration.ofMillis(most));
    long doubled = attempt > 20 ? most : Math.min(most, first << attempt);
    assertThat(backoff.before(attempt, new Random(seed)).toMillis()).isBetween(1L, doubled);
  }

  @Property(tries = 20)
  void aThousandDoNotComeBackInTheSameMoment(@ForAll long seed) {
    var random = new Random(seed);
    var backoff = new Backoff(Duration.ofMillis(50), Duration.ofMillis(1000));
    var waits = random.ints(1000).mapToObj(i -> backoff.before(9, random)).distinct().count();
    assertThat(waits).isGreaterThan(300);
  }
}
