package org.linkroom.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting with a bound.
final class Patience {
  private static final long BOUND_SECONDS = 120;

  private Patience() {}

  /// Wait until something holds; in two minutes it must.
  static void until(Supplier<String> what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "within two minutes it did not come true that " + what.get());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /// Let time pass while others work.
  static void pass(double seconds) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
  }
}
