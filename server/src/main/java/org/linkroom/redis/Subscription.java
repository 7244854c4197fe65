package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Backoff;
import org.linkroom.base.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a node hears from Redis. Pub/sub forgets: so the subscription proves itself alive with a
/// message to itself, comes back by itself, and says when it may have missed something.
public final class Subscription {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(50), Duration.ofMillis(1000));
  private static final long PROBE_EVERY_MS = 2000;
  private static final long PROBE_MISSING_MS = 6000;

  private final Vertx vertx;
  private final String url;
  private final Context context;
  private final RedisLink link;
  private final String probe;
  private final BiConsumer<String, String> heard;
  private final Runnable gap;
  private final Set<String> channels = ConcurrentHashMap.newKeySet();
  private final Map<String, Runnable> waiting = new HashMap<>();
  private volatile @Nullable Dialled line;
  private volatile long probedAt;
  private volatile boolean closed;
  private volatile LongConsumer proven = nanoseconds -> {};

  /// @param heard gets each message with its channel, on the subscription's loop: it must not wait
  /// @param gap runs each time that messages may have been missed, after all channels are heard
  /// again
  public Subscription(
      Vertx vertx,
      String url,
      RedisLink link,
      String node,
      BiConsumer<String, String> heard,
      Runnable gap) {
    this.vertx = vertx;
    this.url = url;
    context = ((VertxInternal) vertx).createEventLoopContext();
    this.link = link;
    this.probe = Keys.probe(node);
    this.heard = heard;
    this.gap = gap;
    channels.add(probe);
  }

  /// Name who is told, each time that it has proved itself alive, how many nanoseconds its message
  /// to itself was on its way.
  public void whenProven(LongConsumer proven) {
    this.proven = proven;
  }

  /// Tell whether it has lately heard its message to itself: what is said in Redis is heard here.
  public boolean hears() {
    return line != null && System.nanoTime() - probedAt < PROBE_MISSING_MS * 1_000_000;
  }

  /// Connect and keep connected.
  public void start() {
    context.runOnContext(go -> connect(0));
    vertx.setPeriodic(PROBE_EVERY_MS, t -> context.runOnContext(go -> prove()));
  }

  /// Hear a channel from now on; `then` runs when Redis has confirmed it.
  public void hear(String channel, Runnable then) {
    context.runOnContext(
        go -> {
          channels.add(channel);
          var now = line;
          if (now == null) {
            then.run();
          } else {
            // A SUBSCRIBE counts as done once it is written; Redis says by a push when it holds.
            waiting.put(channel, then);
            now.connection().send(Request.cmd(Command.SUBSCRIBE).arg(channel));
          }
        });
  }

  /// Hear it no longer.
  public void leave(String channel) {
    context.runOnContext(
        go -> {
          channels.remove(channel);
          var now = line;
          if (now != null) {
            now.connection().send(Request.cmd(Command.UNSUBSCRIBE).arg(channel));
          }
        });
  }

  private void connect(int attempt) {
    if (closed) {
      return;
    }
    Dialled.dial(vertx, url, Limits.STORE_CALL)
        .onSuccess(made -> context.runOnContext(go -> connected(made)))
        .onFailure(
            fault ->
                vertx.setTimer(
                    BACKOFF.before(attempt, RandomGenerator.getDefault()).toMillis(),
                    t -> context.runOnContext(go -> connect(attempt + 1))));
  }

  private void connected(Dialled made) {
    if (closed) {
      made.close();
      return;
    }
    made.connection().handler(this::message);
    made.whenLost(() -> context.runOnContext(go -> lost(made)));
    line = made;
    probedAt = System.nanoTime();
    var others = new ArrayList<>(waiting.values());
    waiting.clear();
    // Confirmed in the order sent: once the last one holds, all do.
    var all = Request.cmd(Command.SUBSCRIBE);
    channels.stream().filter(channel -> !channel.equals(probe)).forEach(all::arg);
    all.arg(probe);
    waiting.put(
        probe,
        () -> {
          others.forEach(Runnable::run);
          gap.run();
          prove();
        });
    made.connection().send(all);
  }

  private void lost(Dialled was) {
    if (line == was) {
      line = null;
      was.close();
      if (closed) {
        return;
      }
      LOG.warn("feed=lost");
      connect(0);
    }
  }

  private void message(Response message) {
    if (!message.isArray() || message.size() != 3) {
      return;
    }
    String kind = message.get(0).toString();
    String channel = message.get(1).toString();
    if (kind.equals("subscribe")) {
      var then = waiting.remove(channel);
      if (then != null) {
        then.run();
      }
    } else if (!kind.equals("message")) {
      return;
    } else if (channel.equals(probe)) {
      probedAt = System.nanoTime();
      proven.accept(probedAt - Long.parseLong(message.get(2).toString()));
    } else {
      heard.accept(channel, message.get(2).toString());
    }
  }

  private void prove() {
    var now = line;
    if (now == null || closed) {
      return;
    }
    if (link.up() && System.nanoTime() - probedAt > PROBE_MISSING_MS * 1_000_000) {
      LOG.warn("feed=deaf");
      lost(now);
      return;
    }
    link.send(Command.PUBLISH, probe, Long.toString(System.nanoTime()));
  }

  /// Close for good.
  public void close() {
    closed = true;
    context.runOnContext(
        go -> {
          var now = line;
          if (now != null) {
            lost(now);
          }
        });
  }
}
