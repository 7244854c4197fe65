package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
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

  private final Redis client;
  private final Context context;
  private final RedisLink link;
  private final String probe;
  private final BiConsumer<String, String> heard;
  private final Runnable gap;
  private final Set<String> channels = ConcurrentHashMap.newKeySet();
  private final Map<String, Runnable> waiting = new HashMap<>();
  private volatile @Nullable RedisConnection connection;
  private volatile long probedAt;
  private volatile boolean closed;

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
    client = Redis.createClient(vertx, RedisLink.options(url));
    context = ((VertxInternal) vertx).createEventLoopContext();
    this.link = link;
    this.probe = Keys.probe(node);
    this.heard = heard;
    this.gap = gap;
    channels.add(probe);
  }

  /// Connect and keep connected.
  public void start() {
    context.runOnContext(go -> connect(0));
    context.owner().setPeriodic(PROBE_EVERY_MS, t -> context.runOnContext(go -> prove()));
  }

  /// Hear a channel from now on; `then` runs when Redis has confirmed it.
  public void hear(String channel, Runnable then) {
    context.runOnContext(
        go -> {
          channels.add(channel);
          var now = connection;
          if (now == null) {
            then.run();
          } else {
            // A SUBSCRIBE counts as done once it is written; Redis says by a push when it holds.
            waiting.put(channel, then);
            now.send(Request.cmd(Command.SUBSCRIBE).arg(channel));
          }
        });
  }

  /// Hear it no longer.
  public void leave(String channel) {
    context.runOnContext(
        go -> {
          channels.remove(channel);
          var now = connection;
          if (now != null) {
            now.send(Request.cmd(Command.UNSUBSCRIBE).arg(channel));
          }
        });
  }

  private void connect(int attempt) {
    if (closed) {
      return;
    }
    client
        .connect()
        .timeout(Limits.STORE_CALL.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(this::connected)
        .onFailure(
            fault ->
                context
                    .owner()
                    .setTimer(
                        BACKOFF.before(attempt, RandomGenerator.getDefault()).toMillis(),
                        t -> context.runOnContext(go -> connect(attempt + 1))));
  }

  private void connected(RedisConnection made) {
    made.handler(this::message);
    made.endHandler(end -> lost(made)).exceptionHandler(fault -> lost(made));
    connection = made;
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
        });
    made.send(all);
  }

  private void lost(RedisConnection was) {
    if (connection == was) {
      connection = null;
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
    } else {
      heard.accept(channel, message.get(2).toString());
    }
  }

  private void prove() {
    var now = connection;
    if (now == null || closed) {
      return;
    }
    if (link.up() && System.nanoTime() - probedAt > PROBE_MISSING_MS * 1_000_000) {
      LOG.warn("feed=deaf");
      lost(now);
      return;
    }
    link.send(Command.PUBLISH, probe, "1");
  }

  /// Close for good.
  public void close() {
    closed = true;
    client.close();
  }
}
