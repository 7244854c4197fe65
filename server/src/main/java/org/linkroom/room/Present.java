package org.linkroom.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Place;

/// One device that is here, as nodes tell one another.
///
/// @param node on which it hangs
/// @param since when it came there, in ms of Redis's time
/// @param member as whom it counts: its class, or the adult herself
record Present(
    String node,
    long since,
    Id device,
    Id member,
    @Nullable Id classId,
    String name,
    String role,
    String kind,
    Place place) {

  static Present of(String node, long since, Member member, Place place) {
    Id counted =
        member.classId() != null
            ? member.classId()
            : member.person() != null ? member.person() : member.device();
    return new Present(
        node,
        since,
        member.device(),
        counted,
        member.classId(),
        member.name(),
        member.role().name().toLowerCase(Locale.ROOT),
        member.kind().name().toLowerCase(Locale.ROOT),
        place);
  }

  static Optional<Present> read(String device, JsonNode told) {
    if (!Id.fits(device) || !told.hasNonNull("node") || !told.hasNonNull("member")) {
      return Optional.empty();
    }
    return Optional.of(
        new Present(
            told.path("node").asText(),
            told.path("since").asLong(),
            new Id(device),
            new Id(told.path("member").asText()),
            id(told, "class"),
            told.path("name").asText(),
            told.path("role").asText(),
            told.path("kind").asText(),
            new Place(id(told, "programme"), id(told, "school"), id(told, "link"))));
  }

  private static @Nullable Id id(JsonNode told, String name) {
    return told.hasNonNull(name) ? new Id(told.path(name).asText()) : null;
  }

  ObjectNode json() {
    var told =
        JsonNodeFactory.instance
            .objectNode()
            .put("node", node)
            .put("since", since)
            .put("member", member.text())
            .put("name", name)
            .put("role", role)
            .put("kind", kind);
    put(told, "class", classId);
    put(told, "programme", place.programme());
    put(told, "school", place.school());
    put(told, "link", place.link());
    return told;
  }

  /// As an audience may know it: a board learns of which class, an adult of whom.
  ObjectNode seen(Audience audience) {
    var seen = JsonNodeFactory.instance.objectNode();
    put(seen, "class", classId);
    if (audience != Audience.BOARD) {
      seen.put("name", name).put("role", role).put("kind", kind);
    }
    return seen;
  }

  /// The same in a gathering, where classes are told apart by where they belong.
  ObjectNode seenAfar(Audience audience) {
    var seen = JsonNodeFactory.instance.objectNode();
    put(seen, "programme", place.programme());
    put(seen, "school", place.school());
    if (audience != Audience.BOARD && classId == null) {
      seen.put("name", name).put("role", role);
    }
    return seen;
  }

  /// Whether the one device came to this node after it came to another: news may be old when it is
  /// heard.
  boolean later(Present other) {
    return !node.equals(other.node)
        && (since > other.since || (since == other.since && node.compareTo(other.node) > 0));
  }

  private static void put(ObjectNode into, String name, @Nullable Id id) {
    if (id != null) {
      into.put(name, id.text());
    }
  }
}
