package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;

/// A device's place at this node: what the live door gives a room so that it can speak to a page.
/// All calls return at once.
public interface Seat {
  /// The pass that it came in with.
  Pass pass();

  /// The highest version that it was shown before, by whatever node; 0 for a page that is new.
  default long seen() {
    return 0;
  }

  /// When it was last heard.
  Instant heard();

  /// It was heard now, at this node or another.
  void isThere();

  /// Where it is shown things: `show` is called there alone, all else from anywhere.
  Executor loop();

  /// Send a finished frame; false if the page is too slow for it, and then it gets a fresh document
  /// once it can take more.
  boolean show(Frame frame);

  /// Send an answer or a signal, which is never left out.
  void answer(ObjectNode frame);

  /// Ask whether it is still there.
  void ping();

  /// End it.
  ///
  /// @param wait how long it should stay away before it comes back; nothing if it may at once
  void bye(Goodbye why, Duration wait);

  /// End it without a word about coming back.
  default void bye(Goodbye why) {
    bye(why, Duration.ZERO);
  }
}
