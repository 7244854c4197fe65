package org.linkroom.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting with a bound.
final class Patience {
  private static final int BOUND_SECONDS = 60;

  private Patience() {}

  /// Wait until something holds; in a minute it must.
  static void until(Supplier<String> what, BooleanSupplier holds) throws InterruptedException {
    until(BOUND_SECONDS, what, holds);
  }

  /// Wait until something holds, which it must in so many seconds.
  static void until(int seconds, Supplier<String> what, BooleanSupplier holds)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it did not come true that " + what.get());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /// Let time pass while others work.
  static void pass(double seconds) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
  }
}
