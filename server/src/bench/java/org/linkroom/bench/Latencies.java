package org.linkroom.bench;

import java.util.Arrays;

/// Many durations, kept exactly. Given in nanoseconds, told in milliseconds; by one thread while
/// another asks.
final class Latencies {
  private long[] all = new long[1024];
  private int count;

  synchronized void add(long nanos) {
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    all[count++] = nanos;
  }

  synchronized int count() {
    return count;
  }

  /// The duration that this part of them does not exceed: 0.99 for all but the slowest hundredth.
  synchronized double ms(double part) {
    if (count == 0) {
      return Double.NaN;
    }
    var sorted = Arrays.copyOf(all, count);
    Arrays.sort(sorted);
    int place = (int) Math.ceil(part * count) - 1;
    return sorted[Math.clamp(place, 0, count - 1)] / 1e6;
  }
}
