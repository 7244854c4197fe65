package org.linkroom.room;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /// How long PostgreSQL may take to say what it has before Redis is believed.
  private static final long COMPARE_MS = 1000;

  /// How far ahead a new epoch begins: what somebody still writes of the old one is older.
  private static final long LEAP = 1 << 20;

  private final Id id;
  private final Node node;
  private RoomStore.Version given = RoomStore.Version.NONE;

  Loading(Id id, Node node) {
    this.id = id;
    this.node = node;
  }

  record Found(Room room, RoomStore.Version version, Instant now) {}

  /// Find it.
  ///
  /// @param known where its history stands for this node, with the room
  /// @param doubted whether Redis may not be what it was: it is compared with PostgreSQL
  Future<Optional<Found>> load(RoomStore.Version known, @Nullable Room room, boolean doubted) {
    return written(doubted)
        .compose(
            written ->
                node.store()
                    .load(id)
                    .compose(
                        stored ->
                            stored.isPresent()
                                ? standing(stored.get(), known, room, written)
                                : missing(known, room)));
  }

  /// What PostgreSQL has, read before Redis is: so it is never ahead, unless Redis went back. Where
  /// PostgreSQL is away, Redis is believed.
  private Future<Map<String, Long>> written(boolean doubted) {
    return doubted
        ? node.journal().versions(id).timeout(COMPARE_MS, TimeUnit.MILLISECONDS).otherwise(Map.of())
        : Future.succeededFuture(Map.of());
  }

  private Future<Optional<Found>> standing(
      RoomStore.Loaded stored,
      RoomStore.Version known,
      @Nullable Room room,
      Map<String, Long> written) {
    long most = written.values().stream().mapToLong(Long::longValue).max().orElse(0);
    if (behind(stored.version(), known) || stored.version().number() < most) {
      return heal(stored.version(), known, room);
    }
    var found = found(stored);
    return written.isEmpty()
        ? Future.succeededFuture(Optional.of(found))
        : complete(stored, written).map(Optional.of(found));
  }

  /// A node that was killed may have committed what it did not write: we write it.
  private Future<Void> complete(RoomStore.Loaded stored, Map<String, Long> written) {
    return node.store()
        .marks(id)
        .onSuccess(
            marks -> {
              var missing = new TreeMap<>(stored.parts());
              missing
                  .keySet()
                  .removeIf(part -> written.getOrDefault(part, 0L) >= marks.getOrDefault(part, 0L));
              if (!missing.isEmpty()) {
                node.journal().add(id, stored.version(), missing);
              }
            })
        .mapEmpty();
  }

  /// Redis has no such room. If this node never had it either, it is new, unless PostgreSQL knows
  /// better.
  private Future<Optional<Found>> missing(RoomStore.Version known, @Nullable Room room) {
    return room != null
        ? heal(RoomStore.Version.NONE, known, room)
        : node.journal()
            .read(id)
            .compose(
                kept ->
                    kept.parts().isEmpty()
                        ? begin(RoomStore.Version.NONE)
                        : heal(RoomStore.Version.NONE, known, null));
  }

  /// Numbers grow from epoch to epoch, so a lower one is older whichever epoch it is of.
  private static boolean behind(RoomStore.Version stored, RoomStore.Version known) {
    return stored.number() < known.number()
        || (stored.number() == known.number()
            && stored.epoch().equals(known.epoch())
            && !stored.commit().equals(known.commit()));
  }

  /// Redis lost what was acknowledged. Each node that has the room writes it as it knows it, beside
  /// the commits that it still keeps; a part is never written over a newer one. So PostgreSQL then
  /// has the newest of each part that any living node knows, whichever of them puts it back.
  private Future<Optional<Found>> heal(
      RoomStore.Version standing, RoomStore.Version known, @Nullable Room room) {
    LOG.warn("room={} redis=behind version={} known={}", id, standing.number(), known.number());
    if (room != null && !known.equals(given)) {
      given = known;
      node.journal().add(id, known, Parts.all(room));
    }
    return node.journal()
        .written()
        .timeout(Limits.STORE_CALL.toMillis(), TimeUnit.MILLISECONDS)
        .compose(done -> node.vertx().timer(OTHERS_WRITE_MS))
        .compose(waited -> node.journal().read(id))
        .compose(
            kept -> {
              if (kept.parts().isEmpty()) {
                return begin(standing);
              }
              long most = Math.max(kept.version().number(), known.number());
              return node.journal()
                  .answers(id)
                  .compose(
                      tabs ->
                          put(
                              standing,
                              Parts.read(id, kept.parts()),
                              Math.max(most, standing.number()) + LEAP,
                              tabs));
            });
  }

  private Future<Optional<Found>> begin(RoomStore.Version standing) {
    return node.source()
        .plan(id)
        .compose(
            plan ->
                plan.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : put(standing, plan.get().room(), standing.number() + 1, List.of()));
  }

  private Future<Optional<Found>> put(
      RoomStore.Version standing, Room room, long number, List<RoomStore.Tab> tabs) {
    var to = new RoomStore.Version(number, Id.random().text(), Id.random().text());
    var parts = Parts.all(room);
    var told = Feed.committed(node.name(), standing, to, parts, false);
    return node.store()
        .renew(new RoomStore.Change(id, standing, to, parts, tabs, told))
        .compose(
            outcome -> {
              if (outcome instanceof RoomStore.Outcome.Done done) {
                node.journal().add(id, to, parts);
                return Future.succeededFuture(Optional.of(new Found(room, to, done.now())));
              }
              // Another node was first: what it put there stands.
              return node.store().load(id).map(stored -> stored.map(this::found));
            });
  }

  private Found found(RoomStore.Loaded stored) {
    return new Found(Parts.read(id, stored.parts()), stored.version(), stored.now());
  }
}
