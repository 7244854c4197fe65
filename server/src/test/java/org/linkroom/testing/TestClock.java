package org.linkroom.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The machine's clock, until a test sets it: from then on it goes on from there. By it pages,
/// sign-ins, passes and the calendar are dated, and it is known who has not been heard for long.
///
/// Rooms go by Redis's time, which no test sets: they are put ahead of it by themselves. Their
/// deadlines come within a second, and pages follow when they next ask for the time.
public final class TestClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;
  private volatile Duration roomsAhead = Duration.ZERO;

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

  /// So much time passes at once in rooms, and nowhere else: whoever is there stays there.
  public void passInRooms(Duration time) {
    roomsAhead = roomsAhead.plus(time);
  }

  /// How far rooms are ahead of Redis's time.
  public Duration roomsAhead() {
    return roomsAhead;
  }
}
