package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Limits;

/// Other nodes' commits that wait to be followed, in order and bounded; and whether one may have
/// been missed, so that the room must be looked at again.
final class Heard {
  private final ArrayDeque<ObjectNode> waiting = new ArrayDeque<>();
  private final Figures figures;
  private boolean missed;

  Heard(Figures figures) {
    this.figures = figures;
  }

  void add(ObjectNode commit) {
    waiting.add(commit);
    if (waiting.size() > Limits.COMMITS_HEARD) {
      waiting.clear();
      missed = true;
    }
  }

  /// The next one; nothing where none waits, or where one before it is missing.
  @Nullable ObjectNode next() {
    return missed ? null : waiting.poll();
  }

  boolean missed() {
    return missed;
  }

  void miss() {
    missed = true;
  }

  /// The room is being looked at as it stands.
  void looking() {
    if (missed) {
      figures.missed();
    }
    missed = false;
  }

  void clear() {
    waiting.clear();
    missed = false;
  }
}
