package org.linkroom.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Whoever says a frame and is answered. Both may be called from any thread.
interface Speaker {
  /// It is answered.
  void answer(ObjectNode frame);

  /// Tell whether it may say commands by this tab's name.
  boolean mayUse(String tab);

  /// It missed something and is to be shown its whole document.
  void lost();
}
