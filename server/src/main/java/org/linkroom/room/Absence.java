package org.linkroom.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;

/// Who is gone: a device of this node that was not heard for ten seconds, or one that the room
/// takes for present and no node has. The room is told, and when it was last heard.
final class Absence {
  private final RoomActor actor;
  private final Here here;
  private final Showing showing;
  private final Map<Id, Instant> missing = new HashMap<>();

  Absence(RoomActor actor, Here here, Showing showing) {
    this.actor = actor;
    this.here = here;
    this.showing = showing;
  }

  void judge(Instant now) {
    for (var place : List.copyOf(showing.places())) {
      Instant heard = place.seat.heard();
      if (heard.plus(Limits.GONE).isBefore(now)) {
        showing.forget(place);
        if (!place.left) {
          place.seat.bye(Goodbye.SILENT);
        }
        here.left(place.member.device());
        gone(place.member.device(), heard);
      } else if (!place.left && heard.plus(Limits.PING).isBefore(now)) {
        place.seat.ping();
      }
    }
    nowhere(now);
  }

  private void nowhere(Instant now) {
    var room = actor.room();
    if (room == null || room.head().phase().over()) {
      return;
    }
    var present = new ArrayList<Id>();
    room.sides().values().forEach(side -> side.devices().values().forEach(d -> add(present, d)));
    room.guests().devices().values().forEach(d -> add(present, d));
    missing.keySet().retainAll(present);
    for (Id device : present) {
      var place = showing.place(device);
      if (here.knows(device)) {
        missing.remove(device);
      } else if (place != null && !place.left) {
        // It sits here, and only the word of it was lost.
        here.came(place);
      } else {
        Instant since = missing.computeIfAbsent(device, d -> now);
        if (since.plus(Limits.GONE).isBefore(now)) {
          missing.remove(device);
          gone(device, since);
        }
      }
    }
  }

  private static void add(List<Id> present, Device device) {
    if (device.here()) {
      present.add(device.id());
    }
  }

  private void gone(Id device, Instant heard) {
    var last = actor.time().of(heard);
    actor.ask(Asked.server(new ServerCommand.Gone(device, last), done -> {}));
  }
}
