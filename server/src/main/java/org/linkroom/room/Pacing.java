package org.linkroom.room;

import io.vertx.core.Vertx;
import java.util.function.Consumer;

/// When a room may commit. A great room commits no more often than it shows, so that what many say
/// costs no more than what one says; whatever comes meanwhile is decided together.
final class Pacing {
  /// Pages of one node from which on a room is great.
  private static final int GREAT = 200;

  private final Vertx vertx;
  private final Consumer<Runnable> loop;
  private final Runnable again;
  private long last = System.nanoTime() - 1_000_000_000L;
  private boolean waiting;

  /// @param loop where the task runs
  /// @param again what happens when it may
  Pacing(Vertx vertx, Consumer<Runnable> loop, Runnable again) {
    this.vertx = vertx;
    this.loop = loop;
    this.again = again;
  }

  /// A commit begins.
  void begins() {
    last = System.nanoTime();
  }

  /// Tell whether it may now; if not, it will be told when.
  boolean may(int pages, Mailbox mailbox) {
    if (pages < GREAT || mailbox.urgent()) {
      return true;
    }
    // To wait is no commit: the pause is counted from the last one, however often one asks.
    long wait = Beat.every(pages) - (System.nanoTime() - last) / 1_000_000;
    if (wait <= 0) {
      return true;
    }
    if (!waiting) {
      waiting = true;
      vertx.setTimer(wait, t -> loop.accept(this::wake));
    }
    return false;
  }

  private void wake() {
    waiting = false;
    again.run();
  }
}
