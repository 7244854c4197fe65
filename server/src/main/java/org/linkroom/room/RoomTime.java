package org.linkroom.room;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The time of one room at this node: Redis's, as last learnt from it, by so much ahead as all
/// rooms here are, and never going back. It wakes the room at its next deadline.
final class RoomTime {
  /// A far deadline is looked at again so often, for meanwhile the time is known better.
  private static final long LOOK_MS = 1000;

  private final Vertx vertx;
  private final InstantSource clock;
  private final Supplier<Duration> lead;
  private Duration ahead = Duration.ZERO;
  private Instant last = Instant.EPOCH;
  private long timer = -1;
  private Optional<Instant> waking = Optional.empty();

  RoomTime(Vertx vertx, InstantSource clock, Supplier<Duration> lead) {
    this.vertx = vertx;
    this.clock = clock;
    this.lead = lead;
  }

  Instant now() {
    Instant now = of(clock.instant());
    last = now.isAfter(last) ? now : last;
    return last;
  }

  /// What rooms call a moment of this node's clock.
  Instant of(Instant ours) {
    return ours.plus(ahead).plus(lead.get());
  }

  /// Learn what time it is at Redis; answers what rooms call it.
  Instant learn(Instant redis) {
    ahead = Duration.between(clock.instant(), redis);
    return redis.plus(lead.get());
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
    moment.ifPresent(at -> look(at, wake));
  }

  private void look(Instant at, Runnable wake) {
    long wait = Math.clamp(Duration.between(now(), at).toMillis() + 1, 1, LOOK_MS);
    timer =
        vertx.setTimer(
            wait,
            t -> {
              if (now().isBefore(at)) {
                look(at, wake);
              } else {
                waking = Optional.empty();
                wake.run();
              }
            });
  }
}
