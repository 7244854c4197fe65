package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;

/// A device's place at this node: what the live door gives a room so that it can speak to a page.
/// All calls return at once.
public interface Seat {
  /// The pass that it came in with.
  Pass pass();

  /// When it was last heard.
  Instant heard();

  /// Send a finished frame; false if the page is too slow for it, and then it gets a fresh document
  /// once it can take more.
  boolean show(String frame);

  /// Send an answer or a signal, which is never left out.
  void answer(ObjectNode frame);

  /// End it.
  void bye(Goodbye why);
}
