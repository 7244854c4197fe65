package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linkroom.base.Id;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;
import org.linkroom.redis.Keys;
import org.linkroom.redis.RedisLink;
import org.linkroom.redis.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All rooms of this process, which is one node: one feed, and one actor a room on the loop that
/// its id hashes to.
public final class Rooms {
  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final long RENEW_MS = 2000;

  private final Node node;
  private final Vertx vertx;
  private final List<Context> loops;
  private final Subscription feed;
  private final Map<Id, RoomActor> actors = new ConcurrentHashMap<>();
  private volatile Instant judgeFrom = Instant.EPOCH;

  /// Make this process's rooms; nothing runs before `start`.
  public Rooms(
      Vertx vertx,
      InstantSource clock,
      RedisLink redis,
      String redisUrl,
      Journal journal,
      RoomSource source) {
    this.vertx = vertx;
    String name = Id.random().text();
    feed = new Subscription(vertx, redisUrl, redis, name, this::heard, this::gap);
    node = new Node(name, vertx, clock, redis, new RoomStore(redis), journal, source, () -> feed);
    loops =
        IntStream.range(0, Math.max(1, Runtime.getRuntime().availableProcessors()))
            .<Context>mapToObj(i -> ((VertxInternal) vertx).createEventLoopContext())
            .toList();
  }

  /// Take the lease and begin to hear.
  public Future<Void> start() {
    feed.start();
    node.redis().whenBack(this::gap);
    vertx.setPeriodic(RENEW_MS, t -> lease());
    vertx.setPeriodic(1000, t -> everySecond());
    return renew();
  }

  private Future<Void> renew() {
    return node.redis()
        .send(Command.SET, Keys.lease(node.name()), "1", "PX", Long.toString(LEASE.toMillis()))
        .mapEmpty();
  }

  /// After Redis was away no lease is judged before every node had time to renew.
  private void lease() {
    renew().onFailure(away -> judgeFrom = node.clock().instant().plus(LEASE));
    if (node.clock().instant().isBefore(judgeFrom)) {
      return;
    }
    Set<String> others =
        actors.values().stream()
            .flatMap(actor -> actor.here().otherNodes().stream())
            .collect(Collectors.toSet());
    for (String other : others) {
      node.redis()
          .send(Command.EXISTS, Keys.lease(other))
          .onSuccess(
              answer -> {
                if (requireNonNull(answer.toInteger()) == 0) {
                  LOG.info("node={} lease=gone", other);
                  actors.values().forEach(actor -> actor.run(() -> actor.here().nodeGone(other)));
                }
              });
    }
  }

  private void everySecond() {
    Instant now = node.clock().instant();
    for (RoomActor actor : actors.values()) {
      actor.run(
          () -> {
            actor.everySecond();
            if (actor.unused(now) && actors.remove(actor.id(), actor)) {
              feed.leave(Keys.channel(actor.id()));
            }
          });
    }
  }

  private void heard(String channel, String message) {
    int from = channel.indexOf('{') + 1;
    var actor = actors.get(new Id(channel.substring(from, channel.indexOf('}'))));
    if (actor != null) {
      actor.run(() -> actor.feed(message));
    }
  }

  private void gap() {
    judgeFrom = node.clock().instant().plus(LEASE);
    actors.values().forEach(actor -> actor.run(actor::gap));
  }

  private RoomActor actor(Id room) {
    return actors.computeIfAbsent(
        room,
        id -> {
          var loop = loops.get(Math.floorMod(id.hashCode(), loops.size()));
          var actor = new RoomActor(id, loop, node);
          // Heard first, read then: nothing falls between.
          feed.hear(Keys.channel(id), actor::start);
          return actor;
        });
  }

  /// Take a page into its room.
  public void join(Seat seat) {
    var actor = actor(seat.pass().room());
    actor.run(() -> actor.showing().join(seat));
  }

  /// A page's socket has closed; it is gone only when it has not been heard for ten seconds.
  public void left(Seat seat) {
    withPlace(seat, (actor, place) -> place.left = true);
  }

  /// A page can take more again: give it what it missed.
  public void drained(Seat seat) {
    withPlace(seat, (actor, place) -> actor.showing().welcome(place));
  }

  private void withPlace(Seat seat, BiConsumer<RoomActor, Showing.Place> then) {
    var actor = actors.get(seat.pass().room());
    if (actor != null) {
      actor.run(
          () -> {
            var place = actor.showing().place(seat.pass().device());
            if (place != null && place.seat == seat) {
              then.accept(actor, place);
            }
          });
    }
  }

  /// Put a person's command to the room; the answer is nothing for "ok".
  public void ask(
      Seat seat,
      org.linkroom.room.Command.FromPerson command,
      String tab,
      long n,
      Consumer<Optional<Refusal>> answer) {
    var actor = actor(seat.pass().room());
    actor.run(() -> actor.ask(new Asked(Member.of(seat.pass()), command, tab, n, answer)));
  }

  /// Tell a room something from the server; the future fails with the refusal's code.
  public Future<Void> tell(Id room, ServerCommand command) {
    Promise<Void> done = Promise.promise();
    var actor = actor(room);
    actor.run(
        () ->
            actor.ask(
                Asked.server(
                    command,
                    refused ->
                        refused.ifPresentOrElse(
                            no -> done.tryFail(no.code()), () -> done.tryComplete()))));
    return done.future();
  }

  /// Look at a room as this node has it; empty if nobody of this node is in it.
  public void look(Id room, Consumer<Optional<Room>> then) {
    var actor = actors.get(room);
    if (actor == null) {
      then.accept(Optional.empty());
    } else {
      actor.run(() -> then.accept(Optional.ofNullable(actor.room())));
    }
  }

  /// Say whether this page may send or get media now.
  public void grantable(Seat seat, Consumer<Boolean> answer) {
    withPlace(
        seat,
        (actor, place) -> {
          var room = actor.room();
          var right = room == null ? null : Media.of(room, seat.pass().device());
          answer.accept(right != null && right.any());
        });
  }

  /// Pass a media signal on, if the door is open and the one sends what the other may get.
  public void signal(Seat seat, Id to, ObjectNode data, Consumer<Optional<Refusal>> answer) {
    withPlace(
        seat,
        (actor, place) -> {
          var room = actor.room();
          if (room == null || !Media.talk(room, seat.pass().device(), to)) {
            answer.accept(Optional.of(Refusal.DOOR_SHUT));
            return;
          }
          var here = actor.showing().place(to);
          if (here != null && !here.left) {
            here.seat.answer(Showing.signalFrame(seat.pass().device().text(), data));
          } else {
            var message = JsonNodeFactory.instance.objectNode();
            message
                .putObject("s")
                .put("to", to.text())
                .put("from", seat.pass().device().text())
                .set("data", data);
            node.redis().send(Command.PUBLISH, Keys.channel(actor.id()), message.toString());
          }
          answer.accept(Optional.empty());
        });
  }

  /// A person has signed out everywhere: her pages of every room are let go.
  public void signedOut(Id person) {
    for (RoomActor actor : actors.values()) {
      actor.run(
          () -> {
            var hers =
                actor.showing().places().stream()
                    .filter(place -> person.equals(place.member.person()))
                    .toList();
            if (!hers.isEmpty()) {
              hers.forEach(place -> place.seat.bye(Goodbye.SIGNED_OUT));
              actor.ask(Asked.server(new ServerCommand.SignedOut(person), done -> {}));
            }
          });
    }
  }

  /// How many rooms and devices this node holds.
  public int rooms() {
    return actors.size();
  }

  /// Let every page go to come back, wait until PostgreSQL has every commit, give the lease up.
  public Future<Void> drain() {
    actors
        .values()
        .forEach(
            actor ->
                actor.run(
                    () ->
                        actor
                            .showing()
                            .places()
                            .forEach(place -> place.seat.bye(Goodbye.RESTART))));
    return vertx
        .timer(200)
        .compose(told -> node.journal().written())
        .eventually(
            () -> {
              feed.close();
              return Future.succeededFuture();
            });
  }
}
