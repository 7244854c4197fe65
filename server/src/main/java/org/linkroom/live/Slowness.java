package org.linkroom.live;

import org.linkroom.base.Limits;
import org.linkroom.room.Figures;

/// How far behind a page is: since when it can take no more, and what it was answered meanwhile,
/// for answers are never left out.
final class Slowness {
  private static final long NEVER = Long.MAX_VALUE;

  private final Figures figures;
  private long since = NEVER;
  private int owed;

  Slowness(Figures figures) {
    this.figures = figures;
  }

  /// Tell whether it missed something, so that only a whole document leads on.
  boolean missed() {
    return since != NEVER;
  }

  /// It was given the whole, missed nothing, or is gone.
  void none() {
    if (missed()) {
      figures.slowNoMore();
    }
    since = NEVER;
    owed = 0;
  }

  /// It can take no more just now, in ms; true if that has lasted too long.
  boolean full(long now) {
    if (since == NEVER) {
      since = now;
      figures.slowed();
    }
    return now - since > Limits.SLOW_FOR.toMillis();
  }

  /// It is answered though it can take no more; true if that is too much or has lasted too long.
  boolean owes(int bytes, long now) {
    owed += bytes;
    return full(now) || owed > Limits.ANSWERS_BYTES;
  }
}
