package org.linkroom.room;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The time of one room at this node: Redis's, as last learnt from it, and never going back. It
/// wakes the room at its next deadline.
final class RoomTime {
  private final Vertx vertx;
  private final InstantSource clock;
  private Duration ahead = Duration.ZERO;
  private Instant last = Instant.EPOCH;
  private long timer = -1;
  private Optional<Instant> waking = Optional.empty();

  RoomTime(Vertx vertx, InstantSource clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  Instant now() {
    Instant now = of(clock.instant());
    last = now.isAfter(last) ? now : last;
    return last;
  }

  /// What Redis calls a moment of this node's clock.
  Instant of(Instant ours) {
    return ours.plus(ahead);
  }

  void learn(Instant redis) {
    ahead = Duration.between(clock.instant(), redis);
  }

  /// Wake at a moment, or not at all; only the last one asked for counts.
  void wakeAt(Optional<Instant> moment, Runnable wake) {
    if (moment.equals(waking)) {
      return;
    }
    waking = moment;
    if (timer >= 0) {
      vertx.cancelTimer(timer);
      timer = -1;
    }
    // Vert.x timers take an int's worth of ms at ease; a far deadline is looked at again.
    moment.ifPresent(
        at -> {
          long wait = Math.clamp(Duration.between(now(), at).toMillis() + 1, 1, 3_600_000);
          timer =
              vertx.setTimer(
                  wait,
                  t -> {
                    waking = Optional.empty();
                    wake.run();
                  });
        });
  }
}
