package org.linkroom.room;

import java.time.Duration;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;

/// When each of many who are let go at once should come back: spread so that no node is asked for
/// more than it can take in a second.
final class Spread {
  private final int many;
  private int next;

  Spread(int many) {
    this.many = many;
  }

  /// The wait of the next one; nothing for who need not come back.
  Duration next(Goodbye why) {
    if (why.code() >= 4500) {
      return Duration.ZERO;
    }
    long ms = 1000L * next++ / Limits.JOINS_A_SECOND;
    return many <= Limits.JOINS_A_SECOND / 10 ? Duration.ZERO : Duration.ofMillis(ms);
  }
}
