package org.linkroom.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.linkroom.protocol.Wire;

/// What nodes tell one another on a room's channel: `c` a commit, `h` who came or went, `s` a word
/// for one device. Before a commit stands the name of the node that made it, which need not read
/// it.
final class Feed {
  private Feed() {}

  static String committed(
      String node,
      RoomStore.Version from,
      RoomStore.Version to,
      Map<String, String> parts,
      boolean urgent) {
    var message = JsonNodeFactory.instance.objectNode();
    var commit =
        message
            .putObject("c")
            .put("from", from.number())
            .put("v", to.number())
            .put("id", to.commit())
            .put("epoch", to.epoch());
    if (urgent) {
      commit.put("urgent", true);
    }
    var changed = commit.putObject("parts");
    parts.forEach(changed::put);
    return node + message;
  }

  /// Tell whether it is a commit of this node, which knows it from Redis's own answer.
  static boolean own(String message, String node) {
    return message.startsWith(node);
  }

  /// Read what was told, and hand it to whom it concerns.
  static void route(
      String message,
      Consumer<ObjectNode> commit,
      Consumer<ObjectNode> coming,
      Consumer<ObjectNode> word) {
    int from = message.indexOf('{');
    var told = Wire.read(from > 0 ? message.substring(from) : message).orElse(NullNode.instance);
    if (told.get("c") instanceof ObjectNode changed) {
      commit.accept(changed);
    } else if (told.get("h") instanceof ObjectNode devices) {
      coming.accept(devices);
    } else if (told.get("s") instanceof ObjectNode sent) {
      word.accept(sent);
    }
  }

  static RoomStore.Version version(JsonNode commit) {
    return new RoomStore.Version(
        commit.path("v").asLong(), commit.path("id").asText(), commit.path("epoch").asText());
  }

  static Map<String, String> parts(ObjectNode commit) {
    var parts = new TreeMap<String, String>();
    commit.path("parts").properties().forEach(p -> parts.put(p.getKey(), p.getValue().asText()));
    return parts;
  }
}
