package org.linkroom.room;

import io.vertx.core.Vertx;
import java.util.function.Consumer;

/// When a room may commit. A great room commits no more often than it shows, so that what many say
/// costs no more than what one says; whatever comes meanwhile is decided together.
final class Pacing {
  /// Pages of one node from which on a room is great.
  private static final int GREAT = 200;

  private final Beat beat;

  /// @param again what happens when it may
  Pacing(Vertx vertx, Consumer<Runnable> loop, Runnable again) {
    this.beat = new Beat(vertx, loop, again);
  }

  void begins() {
    beat.begins();
  }

  /// Tell whether it may now; if not, it will be told when.
  boolean may(int pages, Mailbox mailbox) {
    if (pages < GREAT || mailbox.urgent()) {
      return true;
    }
    long every = Beat.every(pages);
    if (beat.untilNext(every) <= 0) {
      return true;
    }
    beat.soon(every);
    return false;
  }
}
