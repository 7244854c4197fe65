package org.linkroom.room;

import io.vertx.core.Context;
import io.vertx.core.internal.VertxInternal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.redis.Keys;

/// The rooms that this node has, one actor each, on the loop that the room's id hashes to.
final class Actors {
  private final Node node;
  private final List<Context> loops;
  private final Map<Id, RoomActor> all = new ConcurrentHashMap<>();

  Actors(Node node) {
    this.node = node;
    loops =
        IntStream.range(0, Math.max(1, Runtime.getRuntime().availableProcessors()))
            .<Context>mapToObj(i -> ((VertxInternal) node.vertx()).createEventLoopContext())
            .toList();
  }

  Collection<RoomActor> all() {
    return all.values();
  }

  /// How many devices have a place in a room of this node.
  int places() {
    return all.values().stream().mapToInt(actor -> actor.showing().size()).sum();
  }

  @Nullable RoomActor find(Id room) {
    return all.get(room);
  }

  /// Tell whether this node has no place for one more room.
  boolean full(Id room) {
    return all.size() >= Limits.ROOMS && !all.containsKey(room);
  }

  /// Do something in a room, on its loop; in the one that took its place if it was just let go.
  void in(Id room, Consumer<RoomActor> then) {
    var actor = actor(room);
    actor.run(
        () -> {
          if (all.get(room) == actor) {
            then.accept(actor);
          } else {
            in(room, then);
          }
        });
  }

  private RoomActor actor(Id room) {
    return all.computeIfAbsent(
        room,
        id -> {
          var loop = loops.get(Math.floorMod(id.hashCode(), loops.size()));
          var actor = new RoomActor(id, loop, node);
          // Heard first, read then: nothing falls between.
          node.feed().get().hear(Keys.channel(id), actor::start);
          return actor;
        });
  }

  /// Once a second: who is gone, and which rooms nobody here needs any more.
  void everySecond() {
    Instant now = node.clock().instant();
    for (RoomActor actor : all.values()) {
      actor.run(
          () -> {
            actor.everySecond();
            if (actor.unused(now)) {
              forget(actor);
            }
          });
    }
  }

  /// In one step with the map, as hearing is: a room that is begun again is not made deaf.
  private void forget(RoomActor actor) {
    all.computeIfPresent(
        actor.id(),
        (id, is) -> {
          if (is == actor) {
            node.feed().get().leave(Keys.channel(id));
          }
          return is == actor ? null : is;
        });
  }

  /// The nodes on which devices of our rooms hang.
  Set<String> otherNodes() {
    return all.values().stream()
        .flatMap(actor -> actor.here().nodes().stream())
        .filter(name -> !name.equals(node.name()))
        .collect(Collectors.toSet());
  }

  void nodeGone(String other) {
    all.values().forEach(actor -> actor.run(() -> actor.here().nodeGone(other)));
  }
}
