package org.linkroom.base;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waits before the next try: full jitter under a ceiling that doubles, so that a thousand who lost
/// the same server do not come back in the same second.
public record Backoff(Duration first, Duration most) {

  /// Choose a wait for the try of this number, counted from 0: never zero, never over the most.
  public Duration before(int attempt, RandomGenerator random) {
    long ceiling = Math.min(most.toMillis(), first.toMillis() << Math.min(attempt, 20));
    return Duration.ofMillis(1 + random.nextLong(Math.max(1, ceiling)));
  }
}
