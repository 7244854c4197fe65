package org.linkroom.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;
import org.linkroom.room.SharedTime;

/// The frames that answer one page.
final class Answers {
  private Answers() {}

  /// It is done, and safe.
  static ObjectNode ok(long n) {
    return frame().put("ok", n);
  }

  /// It is not.
  static ObjectNode no(long n, Refusal why) {
    return frame().put("no", n).put("code", why.code()).put("why", why.why());
  }

  /// The time: the page's own stamp, when it was heard, when it is answered, and by how much the
  /// latter two may be off.
  ///
  /// @param heard a moment of `System.nanoTime`
  static ObjectNode clock(double asked, long heard, SharedTime time) {
    long now = System.nanoTime();
    var frame = frame();
    frame
        .putObject("clock")
        .put("t0", asked)
        .put("t1", time.at(heard))
        .put("t2", time.at(now))
        .put("within", time.within(now));
    return frame;
  }

  /// The last word.
  static String bye(Goodbye why, Duration wait) {
    var frame = frame();
    var bye = frame.putObject("bye").put("code", why.code()).put("why", why.why());
    if (wait.isPositive()) {
      bye.put("retry", wait.toMillis());
    }
    return frame.toString();
  }

  private static ObjectNode frame() {
    return JsonNodeFactory.instance.objectNode();
  }
}
