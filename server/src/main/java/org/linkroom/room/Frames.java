package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linkroom.protocol.Pass;

/// What a room says to a page, frame by frame.
final class Frames {
  private Frames() {}

  /// The first frame, and the one that mends a gap: all that the page may see.
  ///
  /// @param here who is here; nothing for a page that is not in
  static String welcome(
      Pass pass,
      RoomStore.Version shown,
      Instant now,
      ObjectNode document,
      @Nullable ObjectNode here) {
    var frame = JsonNodeFactory.instance.objectNode();
    var welcome = frame.putObject("welcome").put("room", pass.room().text());
    welcome.set("you", you(pass, here != null));
    welcome
        .put("epoch", shown.epoch())
        .put("version", shown.number())
        .put("now", now.toEpochMilli())
        .set("doc", document);
    if (here != null) {
      welcome.set("here", here);
    }
    return frame.toString();
  }

  private static ObjectNode you(Pass pass, boolean in) {
    var you =
        JsonNodeFactory.instance
            .objectNode()
            .put("device", pass.device().text())
            .put("role", word(pass.role()))
            .put("screen", word(pass.screen()))
            .put("kind", word(pass.kind()))
            .put("audience", pass.audience().name())
            .put("key", Member.of(pass).key())
            .put("in", in);
    if (pass.classId() != null) {
      you.put("class", pass.classId().text());
    }
    return you;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// What leads from one shown version to the next.
  static String patch(long from, long to, ObjectNode patch) {
    var frame = JsonNodeFactory.instance.objectNode().put("from", from).put("v", to);
    frame.set("patch", patch);
    return frame.toString();
  }

  /// Who came or went.
  static String here(ObjectNode delta) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame.set("here", delta);
    return frame.toString();
  }

  /// A media signal.
  static ObjectNode signal(String from, ObjectNode data) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame.putObject("signal").put("from", from).set("data", data);
    return frame;
  }
}
