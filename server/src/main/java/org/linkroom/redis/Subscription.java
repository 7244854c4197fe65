package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What a node hears from Redis: each channel from the server that owns its slot, for there it is
/// told. Pub/sub forgets: so the subscription proves each of its ears alive, comes back by itself,
/// follows channels to another server, and says when it may have missed something.
public final class Subscription {
  private static final long PROBE_EVERY_MS = 2000;
  private static final long LOOK_AGAIN_MS = 100;

  /// Names tried for a channel of one server among many; a server of one slot is found by these.
  private static final int PROBES = 200_000;

  private final Context context;
  private final RedisLink link;
  private final String node;
  private final BiConsumer<String, String> heard;
  private final Consumer<Set<String>> gap;
  private final Set<String> channels = new HashSet<>();
  private final Map<String, Address> at = new HashMap<>();
  private final Map<Address, Ear> ears = new ConcurrentHashMap<>();
  private final Ear.Listener listener = new Listening();
  private long timer = -1;
  private boolean looking;
  private boolean closed;
  private volatile LongConsumer proven = nanoseconds -> {};

  /// @param heard gets each message with its channel, on the subscription's loop: it must not wait
  /// @param gap is told of channels on which messages may have been missed, after they are heard
  /// again
  public Subscription(
      Vertx vertx,
      RedisLink link,
      String node,
      BiConsumer<String, String> heard,
      Consumer<Set<String>> gap) {
    context = ((VertxInternal) vertx).createEventLoopContext();
    this.link = link;
    this.node = node;
    this.heard = heard;
    this.gap = gap;
    link.whenMoved(() -> context.runOnContext(go -> settle()));
  }

  /// Name who is told, each time that an ear has proved itself alive, how many nanoseconds its
  /// message to itself was on its way.
  public void whenProven(LongConsumer proven) {
    this.proven = proven;
  }

  /// Tell whether it has lately heard its messages to itself: what is said in Redis is heard here.
  public boolean hears() {
    return !ears.isEmpty() && ears.values().stream().allMatch(Ear::hears);
  }

  /// Connect and keep connected.
  public void start() {
    context.runOnContext(go -> settle());
    timer =
        context
            .owner()
            .setPeriodic(
                PROBE_EVERY_MS,
                t -> context.runOnContext(go -> ears.values().forEach(ear -> ear.prove(link))));
  }

  /// Hear a channel from now on; `then` runs when Redis has confirmed it.
  public void hear(String channel, Runnable then) {
    context.runOnContext(
        go -> {
          channels.add(channel);
          place(channel, then);
        });
  }

  /// Hear it no longer.
  public void leave(String channel) {
    context.runOnContext(
        go -> {
          channels.remove(channel);
          leaveAt(channel, at.remove(channel));
        });
  }

  private void leaveAt(String channel, @Nullable Address home) {
    var ear = home == null ? null : ears.get(home);
    if (ear != null) {
      ear.leave(channel);
    }
  }

  private void place(String channel, Runnable then) {
    var home = link.home(channel);
    if (home == null) {
      then.run();
      lookAgain();
    } else {
      at.put(channel, home);
      ear(home).hear(channel, then);
    }
  }

  private Ear ear(Address home) {
    var known = ears.get(home);
    if (known != null) {
      return known;
    }
    var ear = new Ear(home, context, () -> link.dial(home), listener);
    ears.put(home, ear);
    ear.start(probe(home));
    return ear;
  }

  /// A channel of that server by which its ear proves itself.
  private String probe(Address home) {
    for (int i = 0; i < PROBES; i++) {
      String probe = Keys.probe(node, i);
      if (home.equals(link.home(probe))) {
        return probe;
      }
    }
    return "";
  }

  /// Bring every channel to its home, and have an ear at each.
  private void settle() {
    if (closed) {
      return;
    }
    var homes = link.homes();
    Set.copyOf(ears.keySet()).stream().filter(home -> !homes.contains(home)).forEach(this::drop);
    for (Address home : homes) {
      var ear = ear(home);
      if (!home.equals(link.home(ear.probe()))) {
        ear.probe(probe(home));
      }
    }
    Set.copyOf(channels).forEach(this::follow);
  }

  private void follow(String channel) {
    var home = link.home(channel);
    var was = at.get(channel);
    if (was == null || !was.equals(home)) {
      leaveAt(channel, at.remove(channel));
      // An ear that only just begins to hear tells of all its channels when it does.
      boolean hears = home != null && ear(home).up();
      place(channel, hears ? () -> gap.accept(Set.of(channel)) : () -> {});
    }
  }

  private void drop(Address home) {
    var ear = ears.remove(home);
    if (ear != null) {
      ear.close();
    }
    at.values().removeIf(home::equals);
  }

  /// Some channel has no home that we know of.
  private void lookAgain() {
    if (!looking && !closed) {
      looking = true;
      context
          .owner()
          .setTimer(
              LOOK_AGAIN_MS,
              t ->
                  link.look()
                      .onComplete(
                          looked ->
                              context.runOnContext(
                                  go -> {
                                    looking = false;
                                    settle();
                                  })));
    }
  }

  private final class Listening implements Ear.Listener {
    @Override
    public void heard(String channel, String message) {
      heard.accept(channel, message);
    }

    @Override
    public void proven(long nanoseconds) {
      proven.accept(nanoseconds);
    }

    @Override
    public void back(Ear ear) {
      gap.accept(ear.channels());
      ear.prove(link);
    }

    @Override
    public void astray(Ear ear, Set<String> lost) {
      lost.forEach(channel -> at.remove(channel, ear.home()));
      lookAgain();
    }
  }

  /// Close for good.
  public void close() {
    context.owner().cancelTimer(timer);
    context.runOnContext(
        go -> {
          closed = true;
          ears.values().forEach(Ear::close);
        });
  }
}
