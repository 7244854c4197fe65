package org.linkroom.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// What nodes tell one another on a room's channel: `c` a commit, `h` who came or went, `s` a media
/// signal.
final class Feed {
  private Feed() {}

  static String committed(RoomStore.Version from, RoomStore.Version to, Map<String, String> parts) {
    var message = JsonNodeFactory.instance.objectNode();
    var commit =
        message
            .putObject("c")
            .put("from", from.number())
            .put("v", to.number())
            .put("id", to.commit())
            .put("epoch", to.epoch());
    var changed = commit.putObject("parts");
    parts.forEach(changed::put);
    return message.toString();
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
