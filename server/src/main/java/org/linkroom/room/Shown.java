package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What one group has been shown last, and who is in it.
final class Shown {
  private final Group group;
  private final Crowd crowd = new Crowd();
  private ObjectNode document;
  private RoomStore.Version version;
  private @Nullable String text;

  Shown(Group group, ObjectNode document, RoomStore.Version version) {
    this.group = group;
    this.document = document;
    this.version = version;
  }

  Crowd crowd() {
    return crowd;
  }

  RoomStore.Version version() {
    return version;
  }

  /// The document as it is written; once, for all who come between two changes.
  String text() {
    var is = text;
    if (is == null) {
      is = document.toString();
      text = is;
    }
    return is;
  }

  /// Go on to the room as it is; nothing where that shows no difference.
  @Nullable Frame next(Room room, RoomStore.Version to) {
    var next = group.document(room, crowd.any().member);
    var patch = Patch.diff(document, next);
    if (patch.isEmpty()) {
      return null;
    }
    var frame = Frames.patch(version.number(), to.number(), patch);
    document = next;
    version = to;
    text = null;
    return frame;
  }
}
