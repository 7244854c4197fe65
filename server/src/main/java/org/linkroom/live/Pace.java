package org.linkroom.live;

import java.time.Duration;
import java.time.Instant;

/// Allows so many frames in ten seconds, refilled evenly (a token bucket).
final class Pace {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final int most;
  private double left;
  private Instant at = Instant.EPOCH;

  Pace(int most) {
    this.most = most;
    this.left = most;
  }

  boolean allows(Instant now) {
    double refill = (double) most * Duration.between(at, now).toMillis() / WINDOW.toMillis();
    left = Math.min(most, left + Math.max(0, refill));
    at = now;
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }
}
