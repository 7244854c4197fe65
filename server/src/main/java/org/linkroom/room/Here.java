package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
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

  /// How often one node tells the others, at most.
  private static final long TELL_MS = 50;

  /// Devices told of in one call.
  private static final int AT_ONCE = 500;

  private final RoomActor actor;
  private final Node node;
  private final Showing showing;
  private final Roll roll = new Roll();
  private final Ears ears = new Ears(roll);
  private final Absence absence;
  private final Beat toNodes;
  private final Beat toPages;
  private final Map<Id, Optional<Present>> untold = new LinkedHashMap<>();
  private volatile Set<String> nodes = Set.of();

  Here(RoomActor actor, Node node, Showing showing) {
    this.actor = actor;
    this.node = node;
    this.showing = showing;
    this.absence = new Absence(actor, this, showing);
    this.toNodes = new Beat(node, actor::run, this::tellNodes);
    this.toPages = new Beat(node, actor::run, this::tellPages);
  }

  /// Read who is here on all nodes.
  void load() {
    node.redis()
        .send(Command.HGETALL, Keys.here(actor.id()))
        .onSuccess(answer -> actor.run(() -> loaded(answer)))
        // Without it everybody of another node would seem to be nowhere.
        .onFailure(away -> node.vertx().setTimer(AGAIN_MS, t -> actor.run(this::load)));
  }

  private void loaded(Response answer) {
    roll.clear();
    for (String device : answer.getKeys()) {
      Wire.read(answer.get(device).toString())
          .flatMap(told -> Present.read(device, told))
          .ifPresent(roll::put);
    }
    List.copyOf(showing.places()).forEach(this::came);
    news();
  }

  private void news() {
    if (!roll.nodes().equals(nodes)) {
      nodes = Set.copyOf(roll.nodes());
    }
    toPages.soon(Beat.every(showing.size()));
  }

  private void tellPages() {
    var room = actor.room();
    ears.tell(room != null && room.head().gathering());
  }

  /// A device of this node is in; or, if it no longer is, it is here no more.
  void came(Showing.Place place) {
    var room = actor.room();
    var member = place.member;
    var known = roll.device(member.device());
    if (room == null || room.standing(member) != Room.Standing.IN) {
      if (known != null) {
        tell(member.device(), Optional.empty());
      }
      return;
    }
    if (place.since == 0) {
      place.since = actor.time().now().toEpochMilli();
    }
    var present = Present.of(node.name(), place.since, member, place.seat.pass().place());
    if (known != null && known.later(present)) {
      movedAway(place);
    } else if (!present.equals(known)) {
      tell(member.device(), Optional.of(present));
    }
  }

  /// The device is here no more.
  void left(Id device) {
    tell(device, Optional.empty());
  }

  private void tell(Id device, Optional<Present> present) {
    untold.put(device, present);
    toNodes.soon(TELL_MS);
  }

  private void tellNodes() {
    var now = new HashMap<Id, Optional<Present>>();
    var rest = untold.entrySet().iterator();
    while (rest.hasNext() && now.size() < AT_ONCE) {
      var one = rest.next();
      now.put(one.getKey(), one.getValue());
      rest.remove();
    }
    var message = JsonNodeFactory.instance.objectNode();
    var told = message.putObject("h");
    now.forEach((device, is) -> told.set(device.text(), is.map(Present::json).orElse(null)));
    node.redis()
        .run(TELL, List.of(Keys.here(actor.id())), arguments(now, message))
        .onFailure(away -> node.vertx().setTimer(AGAIN_MS, t -> actor.run(() -> again(now))));
    if (!untold.isEmpty()) {
      toNodes.soon(TELL_MS);
    }
  }

  private List<String> arguments(Map<Id, Optional<Present>> now, ObjectNode message) {
    var arguments = new ArrayList<String>();
    arguments.add(Long.toString(Limits.ROOM_KEPT.toMillis()));
    arguments.add(Keys.channel(actor.id()));
    arguments.add(message.toString());
    now.forEach(
        (device, is) -> {
          arguments.add(device.text());
          arguments.add(is.map(one -> one.json().toString()).orElse(""));
        });
    return arguments;
  }

  /// What did not get through is told again, unless there is later news.
  private void again(Map<Id, Optional<Present>> lost) {
    lost.forEach(untold::putIfAbsent);
    toNodes.soon(TELL_MS);
  }

  /// Some node tells that devices came or went.
  void heard(ObjectNode coming) {
    for (var field : coming.properties()) {
      Present.read(field.getKey(), field.getValue())
          .ifPresentOrElse(roll::put, () -> roll.remove(new Id(field.getKey())));
      var place = showing.place(new Id(field.getKey()));
      if (place != null && place.since != 0) {
        came(place);
      }
    }
    news();
  }

  /// It came back by another node: its old place here is no news.
  private void movedAway(Showing.Place place) {
    showing.forget(place);
    if (!place.left) {
      place.seat.bye(Goodbye.REPLACED);
    }
  }

  /// A page is told of who is here from now on; answers who is, as an audience may know it.
  String hears(Showing.Place place, Group group) {
    var room = actor.room();
    return ears.hears(place, group, room != null && room.head().gathering());
  }

  /// A page is told no more.
  void deaf(Showing.Place place) {
    ears.deaf(place);
  }

  /// The names of the nodes on which devices of this room hang.
  Set<String> nodes() {
    return nodes;
  }

  /// A node's lease has gone: so have its devices.
  void nodeGone(String gone) {
    for (Present one : List.copyOf(roll.devices())) {
      if (one.node().equals(gone)) {
        tell(one.device(), Optional.empty());
      }
    }
  }

  /// Once a second: let go whom this node has not heard, and tell of devices that are nowhere.
  void judge(Instant now) {
    absence.judge(now);
  }

  /// How many members are here.
  int members() {
    return roll.members();
  }

  boolean knows(Id device) {
    return roll.device(device) != null;
  }
}
