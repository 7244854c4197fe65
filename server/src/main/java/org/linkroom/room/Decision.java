package org.linkroom.room;

import java.util.List;
import org.linkroom.protocol.Refusal;

/// What comes of a command.
public sealed interface Decision {
  /// The room as it is next, with the lines for its record. The room is the same object when the
  /// command changed nothing.
  record Next(Room room, List<Line> lines) implements Decision {}

  /// Not done, and why.
  record No(Refusal refusal) implements Decision {}
}
