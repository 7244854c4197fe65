package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Refusal;

/// What this node's pages of a room are shown: for each audience and class one document, and one
/// frame for all who have seen the last. The first change after a quiet moment goes at once, the
/// next ones together a tick later, so a room costs members times ticks however many commands come
/// in.
final class Showing {
  private static final long TICK_MS = 50;

  private final RoomActor actor;
  private final Node node;
  private final Map<Id, Place> places = new HashMap<>();
  private final Map<Group, Shown> shown = new HashMap<>();
  private long shownAt;
  private boolean waiting;

  Showing(RoomActor actor, Node node) {
    this.actor = actor;
    this.node = node;
  }

  /// Who is shown the same: one audience of one class; or one device that is not let in.
  private record Group(@Nullable Audience audience, @Nullable Id classId, @Nullable Id waiting) {}

  private static final class Shown {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    long version;
    final Set<Place> places = new LinkedHashSet<>();
  }

  /// A device's place at this node.
  static final class Place {
    final Seat seat;
    final Member member;
    @Nullable Group group;
    boolean left;

    Place(Seat seat) {
      this.seat = seat;
      this.member = Member.of(seat.pass());
    }
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  Collection<Place> places() {
    return places.values();
  }

  @Nullable Place place(Id device) {
    return places.get(device);
  }

  /// Take a page in. A newer page of the same device takes the older one's place.
  void join(Seat seat) {
    var place = new Place(seat);
    var before = places.put(seat.pass().device(), place);
    if (before != null) {
      leave(before);
      if (!before.left) {
        before.seat.bye(Goodbye.REPLACED);
      }
    }
    actor.joined();
    actor.ask(
        Asked.server(
            new ServerCommand.Came(place.member),
            refused -> {
              if (refused.isPresent()) {
                places.remove(seat.pass().device(), place);
                seat.bye(refused.get() == Refusal.OVER ? Goodbye.ENDED : Goodbye.NO_PASS);
              } else {
                actor.here().came(place);
                welcome(place);
              }
            }));
  }

  void forget(Place place) {
    leave(place);
    places.remove(place.member.device(), place);
  }

  private void leave(Place place) {
    var group = place.group == null ? null : shown.get(place.group);
    if (group != null) {
      group.places.remove(place);
      if (group.places.isEmpty()) {
        shown.remove(place.group);
      }
    }
    place.group = null;
  }

  /// Give a page its whole document: when it comes, when it was too slow, when it changes audience.
  void welcome(Place place) {
    var room = actor.room();
    if (room == null) {
      return;
    }
    leave(place);
    var key = group(room, place.member);
    var group = shown.get(key);
    if (group == null) {
      group = new Shown();
      group.document = document(room, key, place.member);
      group.version = actor.version().number();
      shown.put(key, group);
    }
    group.places.add(place);
    place.group = key;
    place.seat.show(welcomeFrame(place, key, group).toString());
  }

  private ObjectNode welcomeFrame(Place place, Group key, Shown group) {
    var frame = JsonNodeFactory.instance.objectNode();
    var pass = place.seat.pass();
    var welcome = frame.putObject("welcome").put("room", actor.id().text());
    var you =
        welcome
            .putObject("you")
            .put("device", pass.device().text())
            .put("role", pass.role().name().toLowerCase(Locale.ROOT))
            .put("screen", pass.screen().name().toLowerCase(Locale.ROOT))
            .put("kind", pass.kind().name().toLowerCase(Locale.ROOT))
            .put("audience", pass.audience().name())
            .put("key", place.member.key())
            .put("in", key.waiting() == null);
    if (pass.classId() != null) {
      you.put("class", pass.classId().text());
    }
    welcome
        .put("epoch", actor.version().epoch())
        .put("version", group.version)
        .put("now", actor.now().toEpochMilli());
    welcome.set("doc", group.document);
    if (key.waiting() == null) {
      welcome.set("here", actor.here().snapshot(pass.audience()));
    }
    return frame;
  }

  private static Group group(Room room, Member member) {
    return room.standing(member) == Room.Standing.IN
        ? new Group(audience(member), member.classId(), null)
        : new Group(null, null, member.device());
  }

  static Audience audience(Member member) {
    return switch (member.screen()) {
      case CLASS -> Audience.BOARD;
      case ADULT -> member.role() == PassRole.FACILITATOR ? Audience.HOST : Audience.ADULT;
    };
  }

  private static ObjectNode document(Room room, Group key, Member member) {
    return key.audience() == null
        ? Views.waiting(room, member)
        : Views.document(room, key.audience(), key.classId());
  }

  /// The room has changed: show it now or with the next tick.
  void changed() {
    if (waiting) {
      return;
    }
    long since = (System.nanoTime() - shownAt) / 1_000_000;
    if (since >= TICK_MS) {
      show();
    } else {
      waiting = true;
      node.vertx()
          .setTimer(
              TICK_MS - since,
              t ->
                  actor.run(
                      () -> {
                        waiting = false;
                        show();
                      }));
    }
  }

  private void show() {
    var room = actor.room();
    if (room == null) {
      return;
    }
    shownAt = System.nanoTime();
    regroup(room);
    long version = actor.version().number();
    for (Map.Entry<Group, Shown> entry : Map.copyOf(shown).entrySet()) {
      var group = entry.getValue();
      var any = group.places.iterator().next().member;
      var document = document(room, entry.getKey(), any);
      var patch = Patch.diff(group.document, document);
      if (!patch.isEmpty()) {
        var frame = JsonNodeFactory.instance.objectNode().put("from", group.version);
        frame.put("v", version).set("patch", patch);
        group.document = document;
        group.version = version;
        String text = frame.toString();
        group.places.forEach(place -> place.seat.show(text));
      }
    }
    if (room.head().phase().over()) {
      places.values().forEach(place -> place.seat.bye(Goodbye.ENDED));
    }
  }

  /// Who was let in, or sent out, is shown something else from now on.
  private void regroup(Room room) {
    for (Place place : List.copyOf(places.values())) {
      if (place.group != null && !place.group.equals(group(room, place.member))) {
        welcome(place);
        actor.here().came(place);
      }
    }
  }

  /// A new epoch: nothing shown before fits any more.
  void fresh() {
    shown.clear();
    places.values().forEach(place -> place.group = null);
    List.copyOf(places.values())
        .forEach(
            place ->
                actor.ask(
                    Asked.server(
                        new ServerCommand.Came(place.member),
                        refused -> {
                          if (refused.isEmpty()) {
                            welcome(place);
                          }
                        })));
  }

  /// There is no such room.
  void noRoom() {
    places.values().forEach(place -> place.seat.bye(Goodbye.ENDED));
    places.clear();
    shown.clear();
  }

  /// Tell all pages of the room who came or went.
  void here(Function<Audience, ObjectNode> delta) {
    var frames = new HashMap<Audience, String>();
    for (Place place : places.values()) {
      if (place.group != null && place.group.audience() != null) {
        place.seat.show(
            frames.computeIfAbsent(
                place.group.audience(),
                audience -> {
                  var frame = JsonNodeFactory.instance.objectNode();
                  frame.set("here", delta.apply(audience));
                  return frame.toString();
                }));
      }
    }
  }

  /// A media signal from another node.
  void signal(ObjectNode signal) {
    var to = places.get(new Id(signal.path("to").asText()));
    if (to != null && signal.get("data") instanceof ObjectNode data) {
      to.seat.answer(signalFrame(signal.path("from").asText(), data));
    }
  }

  static ObjectNode signalFrame(String from, ObjectNode data) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame.putObject("signal").put("from", from).set("data", data);
    return frame;
  }
}
