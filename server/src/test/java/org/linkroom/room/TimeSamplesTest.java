package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// What a node knows of Redis's time, over lines that are slow, jittery and unequal.
class TimeSamplesTest {
  private static final double DRIFT = 49e-6;

  /// A node and a server whose clocks are apart and run apart, and a line between them.
  private static final class Line {
    final TimeSamples samples = new TimeSamples();
    final Random roll;
    final double rate;
    long ahead;
    long now;

    Line(long seed) {
      roll = new Random(seed);
      rate = (roll.nextDouble() - 0.5) * 2 * DRIFT;
      ahead = ms(roll.nextInt(1_000_000_000));
    }

    long ours() {
      return now + (long) (now * rate);
    }

    long theirs() {
      return now + ahead;
    }

    void exchange(long there, long back) {
      long sent = ours();
      now += there;
      long stamp = theirs() / 1000 * 1000;
      now += back;
      samples.sample(sent, stamp, ours());
    }

    /// A way of a line that is at times very slow.
    long way() {
      return (long) (Math.pow(roll.nextDouble(), 4) * ms(2000));
    }

    long error() {
      return Math.abs(samples.theirs(ours()) - theirs());
    }
  }

  private static long ms(long ms) {
    return Duration.ofMillis(ms).toNanos();
  }

  @Property
  void howeverUnequalTheWaysAreTheErrorIsWithinTheBound(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int exchanges) {
    var line = new Line(seed);
    for (int i = 0; i < exchanges; i++) {
      line.exchange(line.way(), line.way());
      line.now += ms(line.roll.nextInt(60_000));
      // A nanosecond or two are lost in whole numbers.
      assertThat(line.error()).isLessThanOrEqualTo(line.samples.within(line.ours()) + 2);
    }
  }

  @Property
  void aServerWhoseClockIsSetIsBelievedAtOnce(@ForAll long seed) {
    var line = new Line(seed);
    for (int i = 0; i < 8; i++) {
      line.exchange(ms(1), ms(1));
      line.now += ms(2000);
    }
    line.ahead += ms(line.roll.nextInt(20, 100_000)) * (line.roll.nextBoolean() ? 1 : -1);
    line.exchange(ms(3), ms(1));
    assertThat(line.error()).isLessThanOrEqualTo(ms(3));
  }

  @Test
  void withTheSameJitterBothWaysNineteenOfTwentyAreOffByLittle() {
    var errors = new ArrayList<Long>();
    for (int run = 0; run < 1000; run++) {
      var line = new Line(run);
      for (int i = 0; i < 8; i++) {
        line.exchange(ms(1 + line.roll.nextInt(15)), ms(1 + line.roll.nextInt(15)));
        line.now += ms(2000);
      }
      errors.add(line.error());
    }
    assertThat(errors.stream().sorted().skip(950).findFirst().orElseThrow())
        .isLessThanOrEqualTo(ms(5));
  }

  @Test
  void beforeTheFirstExchangeNothingIsSure() {
    assertThat(new TimeSamples().within(0)).isGreaterThan(Duration.ofDays(365).toNanos());
  }
}
