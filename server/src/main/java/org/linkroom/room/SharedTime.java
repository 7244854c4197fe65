package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.linkroom.redis.Keys;
import org.linkroom.redis.RedisLink;
import org.linkroom.redis.Script;

/// The time that all nodes go by: Redis's, and of a cluster one server's. Nodes' own clocks are
/// some milliseconds apart even where they are kept well; what pages of two nodes are to do
/// together must not be.
public final class SharedTime {
  private static final Script CLOCK = Script.named("clock");
  private static final int AT_FIRST = 4;
  private static final long EVERY_MS = 2000;

  private final Vertx vertx;
  private final RedisLink redis;
  private final Supplier<Duration> lead;
  private final TimeSamples samples = new TimeSamples();
  private long timer = -1;

  SharedTime(Vertx vertx, RedisLink redis, Supplier<Duration> lead) {
    this.vertx = vertx;
    this.redis = redis;
    this.lead = lead;
  }

  /// Ask some times, then now and then; completes when the time is known.
  Future<Void> start() {
    timer = vertx.setPeriodic(EVERY_MS, t -> ask());
    Future<Void> known = ask();
    for (int i = 1; i < AT_FIRST; i++) {
      known = known.compose(one -> ask());
    }
    return known;
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private Future<Void> ask() {
    long sent = System.nanoTime();
    return redis
        .run(CLOCK, List.of(Keys.clock()), List.of())
        .map(
            answer -> {
              long got = System.nanoTime();
              long s = requireNonNull(answer.get(0).toLong());
              long us = requireNonNull(answer.get(1).toLong());
              samples.sample(
                  sent, TimeUnit.SECONDS.toNanos(s) + TimeUnit.MICROSECONDS.toNanos(us), got);
              return null;
            });
  }

  /// What the time was at a moment of `System.nanoTime`, in whole milliseconds since 1970.
  public long at(long nanoTime) {
    return TimeUnit.NANOSECONDS.toMillis(samples.theirs(nanoTime)) + lead.get().toMillis();
  }

  /// By how many milliseconds `at` may be off, but for its rounding down.
  public double within(long nanoTime) {
    return Math.ceil(samples.within(nanoTime) / 10_000.0) / 100;
  }
}
