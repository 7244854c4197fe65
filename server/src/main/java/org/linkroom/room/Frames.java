package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linkroom.protocol.Pass;

/// What a room says to a page, frame by frame.
final class Frames {
  private Frames() {}

  /// The first frame, and the one that mends a gap: all that the page may see. It is put together
  /// from texts that are written once for many.
  ///
  /// @param here who is here, as text; nothing for a page that is not in
  static Frame welcome(Pass pass, Instant now, Shown shown, @Nullable String here) {
    var text =
        new StringBuilder(400 + shown.text().length() + (here == null ? 0 : here.length()))
            .append("{\"welcome\":{\"room\":\"")
            .append(pass.room())
            .append("\",\"you\":")
            .append(you(pass, here != null))
            .append(",\"epoch\":\"")
            .append(shown.version().epoch())
            .append("\",\"version\":")
            .append(shown.version().number())
            .append(",\"now\":")
            .append(now.toEpochMilli())
            .append(",\"doc\":")
            .append(shown.text());
    if (here != null) {
      text.append(",\"here\":").append(here);
    }
    return Frame.welcome(text.append("}}").toString().getBytes(StandardCharsets.UTF_8));
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
  static Frame patch(long from, long to, ObjectNode patch) {
    var frame = JsonNodeFactory.instance.objectNode().put("from", from).put("v", to);
    frame.set("patch", patch);
    return Frame.of(frame);
  }

  /// Who came or went.
  static Frame here(ObjectNode delta) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame.set("here", delta);
    return Frame.of(frame);
  }

  /// All who are here, in place of what was told before.
  static Frame hereWhole(ObjectNode all) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame.set("here", all);
    return Frame.of(frame.put("whole", true));
  }

  /// A media signal.
  static ObjectNode signal(String from, ObjectNode data) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame.putObject("signal").put("from", from).set("data", data);
    return frame;
  }
}
