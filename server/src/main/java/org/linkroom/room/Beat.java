package org.linkroom.room;

import java.util.function.Consumer;

/// When something that changes often is told: at once after a quiet moment, else with the next
/// beat.
final class Beat {
  private static final long FASTEST_MS = 50;
  private static final int MEMBERS_A_MS = 20;

  private final Node node;
  private final Consumer<Runnable> loop;
  private final Runnable task;
  private long last = System.nanoTime() - 1_000_000_000L;
  private long timer = -1;
  private long planned;

  /// @param loop where the task runs
  Beat(Node node, Consumer<Runnable> loop, Runnable task) {
    this.node = node;
    this.loop = loop;
    this.task = task;
  }

  /// How long lies between two beats that go to so many sockets of one node: 20 a second up to a
  /// thousand, slower beyond, so that sending takes no more than a fifth of a processor (a send
  /// costs about 10 µs on any machine).
  static long every(int members) {
    return Math.max(FASTEST_MS, members / MEMBERS_A_MS);
  }

  /// Do it at once, or with the next beat of so many ms.
  void soon(long everyMs) {
    if (timer >= 0) {
      return;
    }
    long wait = everyMs - (System.nanoTime() - last) / 1_000_000;
    if (wait <= 0) {
      now();
    } else {
      planned = System.nanoTime() + wait * 1_000_000;
      timer = node.vertx().setTimer(wait, t -> loop.accept(() -> due(t)));
    }
  }

  private void due(long fired) {
    if (timer == fired) {
      node.figures().ticked(System.nanoTime() - planned);
      now();
    }
  }

  /// Do it now.
  void now() {
    if (timer >= 0) {
      node.vertx().cancelTimer(timer);
      timer = -1;
    }
    last = System.nanoTime();
    task.run();
  }
}
