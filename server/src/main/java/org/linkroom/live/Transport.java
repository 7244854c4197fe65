package org.linkroom.live;

import java.util.concurrent.Executor;
import org.linkroom.protocol.Goodbye;
import org.linkroom.room.Frame;

/// How frames reach one page: by a WebSocket, or otherwise where a school's filter breaks those.
/// All but `loop` is called on its loop alone.
interface Transport {
  /// Where everything of this page happens.
  Executor loop();

  /// Tell whether so much waits to be sent that nothing should be added; the page is told when it
  /// drains.
  boolean full();

  /// Send a frame, which stays its owner's.
  void send(Frame frame);

  /// Send a text of this page alone.
  void send(String text);

  /// Ask the page whether it is there.
  void ping();

  /// Say the last text and end it.
  void end(String text, Goodbye why);
}
