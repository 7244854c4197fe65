package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What the pages behind one ear have been told of who is here.
final class Told {
  private final Ear ear;
  private final Crowd crowd = new Crowd();
  private ObjectNode document;
  private @Nullable String text;

  Told(Ear ear, Roll roll) {
    this.ear = ear;
    this.document = ear.of(roll);
  }

  Crowd crowd() {
    return crowd;
  }

  /// What was told as it is written; once, for all who come between two changes.
  String text() {
    var is = text;
    if (is == null) {
      is = document.toString();
      text = is;
    }
    return is;
  }

  /// Tell what has changed since.
  void next(Roll roll) {
    var next = ear.of(roll);
    var delta = Patch.diff(document, next);
    if (!delta.isEmpty()) {
      document = next;
      text = null;
      crowd.show(Frames.here(delta));
    }
  }
}
