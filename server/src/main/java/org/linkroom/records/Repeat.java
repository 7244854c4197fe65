package org.linkroom.records;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a piece of work again and again on this node, a while after its last run has ended: never
/// twice at once here. Other nodes do the same, so the work takes its rows with SKIP LOCKED. A run
/// that fails is told of in the log and keeps none of the next ones up.
public final class Repeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeat.class);

  private final Vertx vertx;
  private final String name;
  private final Duration wait;
  private final Supplier<Future<Void>> work;
  private volatile boolean stopped;

  /// Begin; the first run comes after one wait.
  ///
  /// @param name how the log calls the work
  /// @param wait a millisecond or more
  public Repeat(Vertx vertx, String name, Duration wait, Supplier<Future<Void>> work) {
    this.vertx = vertx;
    this.name = name;
    this.wait = wait;
    this.work = work;
    later();
  }

  private void later() {
    vertx.setTimer(wait.toMillis(), t -> run());
  }

  private void run() {
    if (stopped) {
      return;
    }
    Future<Void> done;
    try {
      done = work.get();
    } catch (RuntimeException fault) {
      done = Future.failedFuture(fault);
    }
    done.onFailure(fault -> LOG.warn("work={} missed fault={}", name, fault.getMessage()))
        .onComplete(over -> later());
  }

  /// Stop after what runs now.
  @Override
  public void close() {
    stopped = true;
  }
}
