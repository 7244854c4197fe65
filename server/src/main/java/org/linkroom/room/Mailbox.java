package org.linkroom.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Refusal;

/// The commands that wait for a room's next commit, in the order in which they came, and bounded.
final class Mailbox {
  private static final int BATCH = 256;

  private final ArrayDeque<Asked> waiting = new ArrayDeque<>();

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Take one in; one too many is answered at once.
  void add(Asked asked) {
    if (waiting.size() >= Limits.MAILBOX) {
      asked.answer().accept(Optional.of(Refusal.BUSY));
    } else {
      waiting.add(asked);
    }
  }

  /// Tell whether something does not wait, or so much that a commit is full.
  boolean urgent() {
    return waiting.size() >= BATCH || waiting.stream().anyMatch(Asked::urgent);
  }

  /// The next ones to be decided together.
  List<Asked> next() {
    var batch = new ArrayList<Asked>();
    while (!waiting.isEmpty() && batch.size() < BATCH) {
      batch.add(waiting.poll());
    }
    return batch;
  }

  /// Put some back in front, in their order.
  void back(List<Asked> batch) {
    batch.reversed().forEach(waiting::addFirst);
  }

  /// Redis is away or slow: people are told in words; what the server says is said again.
  void away() {
    var people = waiting.stream().filter(Asked::fromPerson).toList();
    waiting.removeIf(Asked::fromPerson);
    people.forEach(asked -> asked.answer().accept(Optional.of(Refusal.AWAY)));
  }

  /// Answer all in the same way; nothing waits any more.
  void refuse(Refusal refusal) {
    var all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(asked -> asked.answer().accept(Optional.of(refusal)));
  }
}
