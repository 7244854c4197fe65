package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;

/// What this node's pages of a room are shown: for each audience and class one document, and one
/// frame for all who have seen the last. The first change after a quiet moment goes at once, the
/// next ones together a tick later, so a room costs members times ticks however many commands come
/// in.
final class Showing {
  private final RoomActor actor;
  private final Map<Id, Place> places = new HashMap<>();
  private final Map<Group, Shown> shown = new HashMap<>();
  private final Set<Place> late = new LinkedHashSet<>();
  private final Beat beat;
  private final Figures figures;
  private @Nullable Room grouped;

  Showing(RoomActor actor, Node node) {
    this.actor = actor;
    this.figures = node.figures();
    this.beat = new Beat(node, actor::run, this::show);
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

  int size() {
    return places.size();
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
    if (actor.here().members() >= Limits.MEMBERS) {
      seat.bye(Goodbye.FULL);
      return;
    }
    var before = places.put(seat.pass().device(), place);
    if (before != null) {
      leave(before);
      if (!before.left) {
        before.seat.bye(Goodbye.REPLACED);
      }
    }
    actor.deadline();
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
                var why = goodbye(refused.get());
                place.seat.bye(why, why == Goodbye.BUSY ? Limits.BUSY_FOR : Duration.ZERO);
              } else if (place.seat.seen() > actor.version().number()) {
                // It was shown more than this node has heard of.
                late.add(place);
                actor.lookAgain();
              } else {
                isIn(place);
              }
            }));
  }

  private void isIn(Place place) {
    figures.joined();
    actor.here().came(place);
    welcome(place);
  }

  /// The room has been looked at again: who waited for that comes in.
  void caughtUp() {
    var waited = List.copyOf(late);
    late.clear();
    waited.stream().filter(each -> places.get(each.member.device()) == each).forEach(this::isIn);
  }

  private static Goodbye goodbye(Refusal refusal) {
    return switch (refusal) {
      case FULL -> Goodbye.FULL;
      case BUSY -> Goodbye.BUSY;
      case OVER -> Goodbye.ENDED;
      default -> Goodbye.NO_PASS;
    };
  }

  void forget(Place place) {
    leave(place);
    places.remove(place.member.device(), place);
  }

  private void leave(Place place) {
    var group = place.group == null ? null : shown.get(place.group);
    if (group != null) {
      group.crowd().remove(place);
      if (group.crowd().isEmpty()) {
        shown.remove(place.group);
      }
    }
    actor.here().deaf(place);
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
    var group = shown.computeIfAbsent(key, k -> begin(k, room, place));
    group.crowd().add(place);
    place.group = key;
    var here = key.in() ? actor.here().hears(place, key) : null;
    Crowd.showOne(Frames.welcome(place.seat.pass(), actor.time().now(), group, here), place.seat);
  }

  private Shown begin(Group key, Room room, Place place) {
    return new Shown(key, key.document(room, place.member), actor.version());
  }

  /// The room has changed: show it now or with the next tick.
  void changed(boolean urgent) {
    if (urgent) {
      beat.now();
    } else {
      beat.soon(Beat.every(places.size()));
    }
  }

  private void show() {
    var room = actor.room();
    if (room == null) {
      return;
    }
    long from = System.nanoTime();
    regroup(room);
    for (Shown group : List.copyOf(shown.values())) {
      var frame = group.next(room, actor.version());
      if (frame != null) {
        group.crowd().show(frame);
      }
    }
    figures.shown(System.nanoTime() - from);
    if (room.head().phase().over()) {
      places.values().forEach(place -> place.seat.bye(Goodbye.ENDED));
    }
  }

  /// Who was let in, or sent out, is shown something else from now on.
  private void regroup(Room room) {
    var before = grouped;
    grouped = room;
    if (before != null && before.sides() == room.sides() && before.guests() == room.guests()) {
      return;
    }
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

  /// This node has nothing to show any more.
  void letGo(Goodbye why) {
    var spread = new Spread(places.size());
    for (Place place : places.values()) {
      place.seat.bye(why, spread.next(why));
      actor.here().deaf(place);
    }
    places.clear();
    late.clear();
    shown.clear();
  }

  /// A word for one device, from whichever node it was said at: a media signal, or that the device
  /// itself was heard there.
  void hear(ObjectNode word) {
    var to = places.get(new Id(word.path("to").asText()));
    if (to == null) {
      return;
    }
    if (word.get("data") instanceof ObjectNode data) {
      to.seat.answer(Frames.signal(word.path("from").asText(), data));
    } else if (word.path("heard").asBoolean()) {
      to.seat.isThere();
      if (word.path("lost").asBoolean()) {
        welcome(to);
      }
    }
  }
}
