package org.linkroom.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The machine's clock, until a test sets it: from then on it goes on from there. Rooms go by
/// Redis's time and do not follow; what is dated by pages, sign-ins, passes and the calendar does.
public final class TestClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  /// It is now this moment.
  public void set(Instant moment) {
    ahead = Duration.between(Instant.now(), moment);
  }

  /// So much time passes at once.
  public void pass(Duration time) {
    ahead = ahead.plus(time);
  }
}
