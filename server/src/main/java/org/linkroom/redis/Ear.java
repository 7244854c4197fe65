package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linkroom.base.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection on which channels of one server are heard. It comes back by itself, hears all of
/// them again, and proves itself alive with a message to itself. Everything happens on its loop.
final class Ear {
  private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
  private static final long PROBE_MISSING_NS = 6_000_000_000L;

  private final Address home;
  private final Listener listener;
  private final Line line;
  private final Set<String> channels = new HashSet<>();
  private final Map<String, Runnable> waiting = new HashMap<>();
  private String probe = "";
  private boolean back;
  private volatile long probedAt;

  /// What is heard, and what became of it.
  interface Listener {
    void heard(String channel, String message);

    /// It heard its message to itself, which was so long on its way.
    void proven(long nanoseconds);

    /// All channels hold, after a time in which messages may have been missed.
    void back(Ear ear);

    /// The server has not got these channels, or no more.
    void astray(Ear ear, Set<String> channels);
  }

  Ear(Address home, Context context, Supplier<Future<Dialled>> dial, Listener listener) {
    this.home = home;
    this.listener = listener;
    line = new Line("feed", context, dial, Limits.STORE_CALL).whenUp(this::again);
  }

  /// Begin with a channel that proves it alive; none, if it is empty.
  void start(String first) {
    probe(first);
    line.start();
  }

  Address home() {
    return home;
  }

  /// Its channels, the probe left out.
  Set<String> channels() {
    var heard = new HashSet<>(channels);
    heard.remove(probe);
    return heard;
  }

  /// The channel that proves it alive; empty while it has none.
  String probe() {
    return probe;
  }

  /// Prove itself by another channel from now on.
  void probe(String next) {
    if (!probe.isEmpty()) {
      leave(probe);
    }
    probe = next;
    probedAt = System.nanoTime();
    if (!next.isEmpty()) {
      hear(next, () -> {});
    }
  }

  /// Hear a channel from now on; `then` runs when Redis has confirmed it. While the server is away
  /// it runs at once: what is missed will be told.
  void hear(String channel, Runnable then) {
    channels.add(channel);
    var now = line.now();
    if (now == null) {
      then.run();
    } else {
      wait(channel, then);
      now.connection().send(Request.cmd(now.server().subscribe()).arg(channel));
    }
  }

  /// A SUBSCRIBE counts as done once it is written; Redis says by a push when it holds.
  private void wait(String channel, Runnable then) {
    waiting.merge(
        channel,
        then,
        (one, other) ->
            () -> {
              one.run();
              other.run();
            });
  }

  /// Hear it no longer.
  void leave(String channel) {
    var now = line.now();
    if (channels.remove(channel) && now != null) {
      now.connection().send(Request.cmd(now.server().unsubscribe()).arg(channel));
    }
    settled(channel);
  }

  private void again(Dialled made) {
    var connection = made.connection();
    connection.handler(this::message);
    probedAt = System.nanoTime();
    back = true;
    channels.forEach(channel -> wait(channel, () -> {}));
    if (made.server().sharded()) {
      // Channels of several slots cannot be asked for at once.
      channels.forEach(each -> connection.send(Request.cmd(Command.SSUBSCRIBE).arg(each)));
    } else if (!channels.isEmpty()) {
      var all = Request.cmd(Command.SUBSCRIBE);
      channels.forEach(all::arg);
      connection.send(all);
    }
  }

  private void message(Response message) {
    if (message.type() == ResponseType.ERROR) {
      LOG.info("feed=refused why={}", message);
      astray(new HashSet<>(waiting.keySet()));
    } else if (message.size() == 3) {
      String channel = message.get(1).toString();
      switch (message.get(0).toString()) {
        case "message", "smessage" -> told(channel, message.get(2));
        case "subscribe", "ssubscribe" -> settled(channel);
        case "sunsubscribe" -> gone(channel);
        default -> {}
      }
    }
  }

  private void told(String channel, Response text) {
    if (channel.equals(probe)) {
      probedAt = System.nanoTime();
      listener.proven(probedAt - Long.parseLong(text.toString()));
    } else {
      listener.heard(channel, text.toString());
    }
  }

  private void settled(String channel) {
    var then = waiting.remove(channel);
    if (then != null) {
      then.run();
    }
    if (back && waiting.isEmpty()) {
      back = false;
      listener.back(this);
    }
  }

  /// What we left ourselves is not missed; what goes by itself has moved to another server.
  private void gone(String channel) {
    if (channels.contains(channel)) {
      astray(Set.of(channel));
    }
  }

  private void astray(Set<String> lost) {
    channels.removeAll(lost);
    if (lost.contains(probe)) {
      probe = "";
    }
    lost.forEach(this::settled);
    listener.astray(this, lost);
  }

  /// Whether it is connected.
  boolean up() {
    return line.up();
  }

  /// Whether it has lately heard its message to itself.
  boolean hears() {
    return line.up() && System.nanoTime() - probedAt < PROBE_MISSING_NS;
  }

  /// Send itself a message, and count as lost if none came for long though Redis is there.
  void prove(RedisLink link) {
    var now = line.now();
    if (now == null || probe.isEmpty()) {
      return;
    }
    if (link.up(probe) && !hears()) {
      LOG.warn("feed=deaf");
      line.lost(now);
      return;
    }
    link.send(Command.PUBLISH, probe, Long.toString(System.nanoTime()));
  }

  void close() {
    line.close();
  }
}
