package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Goodbye;
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

  private static final class Shown {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    RoomStore.Version version = RoomStore.Version.NONE;
    final Set<Place> places = new LinkedHashSet<>();
  }

  /// A device's place at this node.
  static final class Place {
    final Seat seat;
    final Member member;
    @Nullable Group group;
    boolean left;
    /// When it was told that the device is here, in ms of Redis's time; 0 before.
    long since;

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
    comesIn(place);
  }

  private void comesIn(Place place) {
    actor.ask(
        Asked.server(
            new ServerCommand.Came(place.member),
            refused -> {
              if (places.get(place.member.device()) != place) {
                return;
              }
              if (refused.isPresent()) {
                forget(place);
                place.seat.bye(goodbye(refused.get()));
              } else {
                actor.here().came(place);
                welcome(place);
              }
            }));
  }

  private static Goodbye goodbye(Refusal refusal) {
    if (refusal == Refusal.FULL) {
      return Goodbye.FULL;
    }
    if (refusal == Refusal.BUSY) {
      return Goodbye.RESYNC;
    }
    return refusal == Refusal.OVER ? Goodbye.ENDED : Goodbye.NO_PASS;
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
    var key = Group.of(room, place.member);
    var group = shown.get(key);
    if (group == null) {
      group = new Shown();
      group.document = key.document(room, place.member);
      group.version = actor.version();
      shown.put(key, group);
    }
    group.places.add(place);
    place.group = key;
    var pass = place.seat.pass();
    var here = key.in() ? actor.here().snapshot(pass.audience()) : null;
    place.seat.show(Frames.welcome(pass, group.version, actor.time().now(), group.document, here));
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
    var version = actor.version();
    for (Map.Entry<Group, Shown> entry : Map.copyOf(shown).entrySet()) {
      var group = entry.getValue();
      var any = group.places.iterator().next().member;
      var document = entry.getKey().document(room, any);
      var patch = Patch.diff(group.document, document);
      if (!patch.isEmpty()) {
        String frame = Frames.patch(group.version.number(), version.number(), patch);
        group.document = document;
        group.version = version;
        group.places.forEach(place -> place.seat.show(frame));
      }
    }
    if (room.head().phase().over()) {
      places.values().forEach(place -> place.seat.bye(Goodbye.ENDED));
    }
  }

  /// Who was let in, or sent out, is shown something else from now on.
  private void regroup(Room room) {
    for (Place place : List.copyOf(places.values())) {
      if (place.group != null && !place.group.equals(Group.of(room, place.member))) {
        welcome(place);
        actor.here().came(place);
      }
    }
  }

  /// A new epoch: nothing shown before fits any more.
  void fresh() {
    shown.clear();
    places.values().forEach(place -> place.group = null);
    List.copyOf(places.values()).forEach(this::comesIn);
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
                place.group.audience(), audience -> Frames.here(delta.apply(audience))));
      }
    }
  }

  /// A media signal from another node.
  void signal(ObjectNode signal) {
    var to = places.get(new Id(signal.path("to").asText()));
    if (to != null && signal.get("data") instanceof ObjectNode data) {
      to.seat.answer(Frames.signal(signal.path("from").asText(), data));
    }
  }
}
