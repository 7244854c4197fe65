package org.linkroom.chaos;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Everything that all pages did and got, written down as it happens.
final class History {
  private final ConcurrentLinkedQueue<Seen> all = new ConcurrentLinkedQueue<>();

  void add(Seen seen) {
    all.add(seen);
  }

  List<Seen> all() {
    return List.copyOf(all);
  }
}
