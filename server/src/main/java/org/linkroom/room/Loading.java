package org.linkroom.room;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds a room: in Redis; or, where Redis came back empty or behind, in PostgreSQL under a new
/// epoch, after the living nodes have written what they keep; or it begins one from the session's
/// plan. No command is ever played again.
final class Loading {
  private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

  /// How long a node that finds Redis behind gives the others to write their tails.
  private static final long OTHERS_WRITE_MS = 700;

  private final Id id;
  private final Node node;

  Loading(Id id, Node node) {
    this.id = id;
    this.node = node;
  }

  record Found(Room room, RoomStore.Version version, Instant now) {}

  Future<Optional<Found>> load(RoomStore.Version known, @Nullable Room room) {
    return node.store()
        .load(id)
        .compose(
            stored -> {
              if (stored.isPresent() && !behind(stored.get().version(), known)) {
                return Future.succeededFuture(Optional.of(found(stored.get())));
              }
              var standing = stored.map(RoomStore.Loaded::version).orElse(RoomStore.Version.NONE);
              return stored.isEmpty() && room == null
                  ? neverSeen(standing, known)
                  : heal(standing, known, room);
            });
  }

  /// Redis has no such room, and this node never had it: it is new, unless PostgreSQL knows better.
  private Future<Optional<Found>> neverSeen(RoomStore.Version standing, RoomStore.Version known) {
    return node.journal()
        .read(id)
        .compose(kept -> kept.parts().isEmpty() ? begin(standing) : heal(standing, known, null));
  }

  /// Numbers grow from epoch to epoch, so a lower one is older whichever epoch it is of.
  private static boolean behind(RoomStore.Version stored, RoomStore.Version known) {
    return stored.number() < known.number()
        || (stored.number() == known.number()
            && stored.epoch().equals(known.epoch())
            && !stored.commit().equals(known.commit()));
  }

  private Found found(RoomStore.Loaded stored) {
    return new Found(Parts.read(id, stored.parts()), stored.version(), stored.now());
  }

  /// Redis lost what was acknowledged. What this node showed last is at least as new as anything in
  /// PostgreSQL from it; others' newer commits are there once they have written.
  private Future<Optional<Found>> heal(
      RoomStore.Version standing, RoomStore.Version known, @Nullable Room room) {
    LOG.warn("room={} redis=behind version={} known={}", id, standing.number(), known.number());
    return node.journal()
        .written()
        .timeout(Limits.STORE_CALL.toMillis(), TimeUnit.MILLISECONDS)
        .compose(done -> node.vertx().timer(OTHERS_WRITE_MS))
        .compose(
            waited -> kept(standing, room == null ? Map.of() : Parts.all(room), known.number()));
  }

  private Future<Optional<Found>> kept(
      RoomStore.Version standing, Map<String, String> ours, long ourNumber) {
    return node.journal()
        .read(id)
        .compose(
            kept -> {
              long theirs = kept.version().number();
              var parts = theirs >= ourNumber && !kept.parts().isEmpty() ? kept.parts() : ours;
              if (parts.isEmpty()) {
                return begin(standing);
              }
              long number = Math.max(Math.max(theirs, ourNumber), standing.number()) + 1;
              return put(standing, Parts.read(id, parts), number);
            });
  }

  private Future<Optional<Found>> begin(RoomStore.Version standing) {
    return node.source()
        .plan(id)
        .compose(
            plan ->
                plan.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : put(standing, plan.get().room(), standing.number() + 1));
  }

  private Future<Optional<Found>> put(RoomStore.Version standing, Room room, long number) {
    var to = new RoomStore.Version(number, Id.random().text(), Id.random().text());
    var parts = Parts.all(room);
    var change =
        new RoomStore.Change(
            id,
            standing,
            to,
            parts,
            List.of(),
            Feed.committed(node.name(), standing, to, parts, false));
    return node.store()
        .commit(change)
        .compose(
            outcome -> {
              if (outcome instanceof RoomStore.Outcome.Done done) {
                node.journal().add(id, to, parts, List.of(), done.now());
                return Future.succeededFuture(Optional.of(new Found(room, to, done.now())));
              }
              // Another node was first: what it put there stands.
              return node.store().load(id).map(stored -> stored.map(this::found));
            });
  }
}
