package org.linkroom.testing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for the thing itself, with a bound.
public final class Soon {
  private Soon() {}

  /// How long anything may take in a test.
  public static final Duration BOUND = Duration.ofSeconds(20);

  /// The value of a future; a failure is thrown as it is.
  public static <T> T get(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("nothing came within " + BOUND, late);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new CompletionException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /// The failure of a future, which must not succeed.
  public static Throwable failure(Future<?> future) {
    try {
      var value = get(future);
      throw new AssertionError("succeeded with " + value);
    } catch (CompletionException failed) {
      return failed.getCause();
    }
  }

  /// Look until something is so.
  public static void until(BooleanSupplier so) {
    long end = System.nanoTime() + BOUND.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not become so within " + BOUND);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }
}
