package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Refusal;
import org.linkroom.redis.Keys;
import org.linkroom.redis.RedisLink;
import org.linkroom.redis.Subscription;

/// All rooms of this process, which is one node: one feed, and one actor a room on the loop that
/// its id hashes to.
public final class Rooms {
  private static final String LEFT = "left ";

  private static final Duration TOLD = Duration.ofMillis(200);

  private final Node node;
  private final Vertx vertx;
  private final Subscription feed;
  private final Actors actors;
  private final Leases leases;
  private final Aside aside;
  private final SharedTime time;
  private long timer = -1;

  /// Make this process's rooms; nothing runs before `start`.
  ///
  /// @param lead how far rooms are ahead of Redis's time: nothing but in a test
  public Rooms(
      Vertx vertx,
      InstantSource clock,
      Supplier<Duration> lead,
      RedisLink redis,
      Journal journal,
      RoomSource source,
      Figures figures) {
    this.vertx = vertx;
    String name = Id.random().text();
    feed = new Subscription(vertx, redis, name, this::heard, this::missed);
    feed.whenProven(figures::heard);
    var store = new RoomStore(redis, figures);
    node = new Node(name, vertx, clock, lead, redis, store, journal, source, () -> feed, figures);
    actors = new Actors(node);
    aside = new Aside(node, actors);
    time = new SharedTime(vertx, redis, lead);
    leases = new Leases(node, actors::otherNodes, actors::nodeGone);
  }

  /// Take the lease and begin to hear.
  public Future<Void> start() {
    node.figures().watch(actors, node.journal());
    feed.start();
    node.redis().whenBack(this::gap);
    feed.hear(Keys.people(), () -> {});
    timer = vertx.setPeriodic(1000, t -> actors.everySecond());
    return leases.start().compose(taken -> time.start());
  }

  private void heard(String channel, String message) {
    if (channel.equals(Keys.people())) {
      boolean left = message.startsWith(LEFT);
      letGo(new Id(left ? message.substring(LEFT.length()) : message), left);
      return;
    }
    var actor = Feed.own(message, node.name()) ? null : actors.find(Keys.room(channel));
    if (actor != null) {
      actor.run(() -> actor.feed(message));
    }
  }

  private void missed(Set<String> channels) {
    leases.bePatient();
    channels.stream()
        .filter(channel -> !channel.equals(Keys.people()))
        .map(channel -> actors.find(Keys.room(channel)))
        .filter(Objects::nonNull)
        .forEach(actor -> actor.run(actor::gap));
  }

  private void gap() {
    leases.bePatient();
    actors.all().forEach(actor -> actor.run(actor::gap));
  }

  /// Take a page into its room.
  public void join(Seat seat) {
    if (actors.full(seat.pass().room())) {
      seat.bye(Goodbye.BUSY, Limits.BUSY_FOR);
      return;
    }
    actors.in(seat.pass().room(), actor -> actor.showing().join(seat));
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
    var actor = actors.find(seat.pass().room());
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
      Pass pass,
      org.linkroom.room.Command.FromPerson command,
      String tab,
      long n,
      Consumer<Optional<Refusal>> answer) {
    var asked = new Asked(Member.of(pass), command, tab, n, answer);
    actors.in(pass.room(), actor -> actor.ask(asked));
  }

  /// Tell a room something from the server; the future fails with the refusal's code.
  public Future<Void> tell(Id room, ServerCommand command) {
    Promise<Void> done = Promise.promise();
    var asked =
        Asked.server(
            command,
            refused ->
                refused.ifPresentOrElse(no -> done.tryFail(no.code()), () -> done.tryComplete()));
    actors.in(room, actor -> actor.ask(asked));
    return done.future();
  }

  /// Look at a room as this node has it; empty if nobody of this node is in it.
  public void look(Id room, Consumer<Optional<Room>> then) {
    var actor = actors.find(room);
    if (actor == null) {
      then.accept(Optional.empty());
    } else {
      actor.run(() -> then.accept(Optional.ofNullable(actor.room())));
    }
  }

  /// Say whether a device may send or get media now.
  public void grantable(Pass pass, Consumer<Boolean> answer) {
    aside.grantable(pass, answer);
  }

  /// Say whether a device that may be shown the other class is in its room now.
  public void sees(Pass pass, Consumer<Boolean> answer) {
    aside.sees(pass, answer);
  }

  /// Pass a media signal on, if the door is open and the one sends what the other may get.
  public void signal(Pass from, Id to, ObjectNode data, Consumer<Optional<Refusal>> answer) {
    aside.signal(from, to, data, answer);
  }

  /// A page said something here whose place may be at another node: there it was heard.
  ///
  /// @param lost whether it missed something and needs its whole document
  public void heard(Pass pass, boolean lost) {
    aside.heard(pass, lost);
  }

  /// A person has signed out everywhere: her pages of every room are let go, on every node.
  public void signedOut(Id person) {
    letGo(person, false);
    node.redis().send(Command.PUBLISH, Keys.people(), person.text());
  }

  /// A person's part here has ended: the same, and in the rooms that she was in she stays out.
  public void left(Id person) {
    letGo(person, true);
    node.redis().send(Command.PUBLISH, Keys.people(), LEFT + person.text());
  }

  private void letGo(Id person, boolean left) {
    var command = left ? new ServerCommand.Left(person) : new ServerCommand.SignedOut(person);
    for (RoomActor actor : actors.all()) {
      actor.run(
          () -> {
            var hers =
                actor.showing().places().stream()
                    .filter(place -> person.equals(place.member.person()))
                    .toList();
            if (!hers.isEmpty()) {
              hers.forEach(place -> place.seat.bye(Goodbye.SIGNED_OUT));
              actor.ask(Asked.server(command, done -> {}));
            }
          });
    }
  }

  /// The time that pages of all nodes go by.
  public SharedTime time() {
    return time;
  }

  /// Tell whether this node hears what others commit.
  public boolean hears() {
    return feed.hears();
  }

  /// Let every page go to come back, wait until PostgreSQL has every commit, give the lease up.
  public Future<Void> drain() {
    for (RoomActor actor : actors.all()) {
      actor.run(() -> actor.showing().letGo(Goodbye.RESTART));
    }
    vertx.cancelTimer(timer);
    time.stop();
    return vertx
        .timer(TOLD.toMillis(), TimeUnit.MILLISECONDS)
        .compose(told -> node.journal().written())
        .eventually(leases::end)
        .eventually(
            () -> {
              feed.close();
              return Future.succeededFuture();
            });
  }
}
