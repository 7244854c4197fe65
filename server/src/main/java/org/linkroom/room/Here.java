package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.redis.client.Command;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Wire;
import org.linkroom.redis.Keys;
import org.linkroom.redis.Script;

/// Who is here, exactly, beside the document. Last heard counts, not a closed socket: a page that
/// loads again within ten seconds was never away. Devices hang on their node; when a node's lease
/// has gone, so have they.
final class Here {
  private static final Script TELL = Script.named("here");
  private static final long AGAIN_MS = 1000;

  private final RoomActor actor;
  private final Node node;
  private final Showing showing;
  private final Map<Id, ObjectNode> all = new ConcurrentHashMap<>();
  private final Absence absence;

  Here(RoomActor actor, Node node, Showing showing) {
    this.actor = actor;
    this.node = node;
    this.showing = showing;
    this.absence = new Absence(actor, this, showing);
  }

  /// Read who is here on all nodes.
  void load() {
    node.redis()
        .send(Command.HGETALL, Keys.here(actor.id()))
        .onSuccess(
            answer -> {
              var found = new HashMap<Id, ObjectNode>();
              for (String device : answer.getKeys()) {
                Wire.read(answer.get(device).toString())
                    .filter(ObjectNode.class::isInstance)
                    .ifPresent(entry -> found.put(new Id(device), (ObjectNode) entry));
              }
              actor.run(() -> loaded(found));
            })
        // Without it everybody of another node would seem to be nowhere.
        .onFailure(away -> node.vertx().setTimer(AGAIN_MS, t -> actor.run(this::load)));
  }

  private void loaded(Map<Id, ObjectNode> found) {
    var before = Map.copyOf(all);
    all.clear();
    all.putAll(found);
    List.copyOf(showing.places()).forEach(this::came);
    if (!before.equals(all)) {
      tellPages(union(before.keySet(), all.keySet()));
    }
  }

  private static Set<Id> union(Set<Id> one, Set<Id> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  /// A device of this node is in; or, if it no longer is, it is here no more.
  void came(Showing.Place place) {
    var room = actor.room();
    var member = place.member;
    boolean in = room != null && room.standing(member) == Room.Standing.IN;
    if (!in) {
      if (all.containsKey(member.device())) {
        tell(member.device(), null);
      }
      return;
    }
    if (place.since == 0) {
      place.since = actor.time().now().toEpochMilli();
    }
    var entry = entry(place);
    var known = all.get(member.device());
    if (known != null && later(known, entry)) {
      movedAway(place);
    } else if (!entry.equals(known)) {
      tell(member.device(), entry);
    }
  }

  private ObjectNode entry(Showing.Place place) {
    var member = place.member;
    var entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("node", node.name())
            .put("since", place.since)
            .put("name", member.name())
            .put("role", member.role().name().toLowerCase(Locale.ROOT))
            .put("kind", member.kind().name().toLowerCase(Locale.ROOT));
    if (member.classId() != null) {
      entry.put("class", member.classId().text());
    }
    return entry;
  }

  /// Whether the one device came to another node after it came here: news may be old when it is
  /// heard.
  private static boolean later(ObjectNode known, ObjectNode ours) {
    String one = known.path("node").asText();
    String other = ours.path("node").asText();
    long after = known.path("since").asLong() - ours.path("since").asLong();
    return !one.equals(other) && (after > 0 || (after == 0 && one.compareTo(other) > 0));
  }

  /// The device is here no more.
  void left(Id device) {
    tell(device, null);
  }

  private void tell(Id device, @Nullable ObjectNode entry) {
    var message = JsonNodeFactory.instance.objectNode();
    message.putObject("h").set(device.text(), entry);
    node.redis()
        .run(
            TELL,
            List.of(Keys.here(actor.id())),
            List.of(
                device.text(),
                entry == null ? "" : entry.toString(),
                Long.toString(Limits.ROOM_KEPT.toMillis()),
                Keys.channel(actor.id()),
                message.toString()));
  }

  /// Some node tells that a device came or went.
  void heard(ObjectNode coming) {
    for (var field : coming.properties()) {
      var device = new Id(field.getKey());
      var entry = field.getValue() instanceof ObjectNode is ? is : null;
      var before = entry == null ? all.remove(device) : all.put(device, entry);
      var place = showing.place(device);
      if (place != null && place.since != 0) {
        came(place);
      }
      if (before == null || entry == null || !adults(before).equals(adults(entry))) {
        tellPages(Set.of(device));
      }
    }
  }

  private static ObjectNode adults(ObjectNode entry) {
    return seen(entry, Audience.ADULT);
  }

  /// It came back by another node: its old place here is no news.
  private void movedAway(Showing.Place place) {
    showing.forget(place);
    if (!place.left) {
      place.seat.bye(Goodbye.REPLACED);
    }
  }

  private void tellPages(Set<Id> devices) {
    showing.here(
        audience -> {
          var delta = JsonNodeFactory.instance.objectNode();
          for (Id device : devices) {
            var entry = all.get(device);
            delta.set(
                device.text(),
                entry == null ? JsonNodeFactory.instance.nullNode() : seen(entry, audience));
          }
          return delta;
        });
  }

  /// All who are here, as an audience may know it: a board learns of which class, an adult of whom.
  ObjectNode snapshot(Audience audience) {
    var snapshot = JsonNodeFactory.instance.objectNode();
    all.forEach((device, entry) -> snapshot.set(device.text(), seen(entry, audience)));
    return snapshot;
  }

  private static ObjectNode seen(ObjectNode entry, Audience audience) {
    var seen = JsonNodeFactory.instance.objectNode();
    var fields =
        audience == Audience.BOARD ? List.of("class") : List.of("class", "name", "role", "kind");
    fields.stream().filter(entry::has).forEach(field -> seen.set(field, entry.get(field)));
    return seen;
  }

  /// The names of other nodes on which devices of this room hang.
  Set<String> otherNodes() {
    return all.values().stream()
        .map(entry -> entry.path("node").asText())
        .filter(name -> !name.equals(node.name()))
        .collect(Collectors.toSet());
  }

  /// A node's lease has gone: so have its devices.
  void nodeGone(String gone) {
    all.forEach(
        (device, entry) -> {
          if (entry.path("node").asText().equals(gone)) {
            tell(device, null);
          }
        });
  }

  /// Once a second: let go whom this node has not heard, and tell of devices that are nowhere.
  void judge(Instant now) {
    absence.judge(now);
  }

  boolean knows(Id device) {
    return all.containsKey(device);
  }
}
