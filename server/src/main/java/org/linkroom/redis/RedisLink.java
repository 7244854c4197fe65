package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Backoff;
import org.linkroom.base.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One long-lived, pipelined connection for commands and scripts. While Redis is away every call
/// fails at once, and the link tries again by itself. Calls end within `Limits.STORE_CALL`; a call
/// that failed may have been executed.
public final class RedisLink {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(50), Duration.ofMillis(1000));

  private final Vertx vertx;
  private final String url;
  private final Duration limit;
  private final Context context;
  private volatile @Nullable Dialled line;
  private volatile boolean closed;
  private volatile Runnable whenBack = () -> {};

  /// Make a link; it connects by itself.
  public RedisLink(Vertx vertx, String url) {
    this(vertx, url, Limits.STORE_CALL);
  }

  /// Make one whose calls and tries end within a limit.
  public RedisLink(Vertx vertx, String url, Duration limit) {
    this.vertx = vertx;
    this.url = url;
    this.limit = limit;
    context = ((VertxInternal) vertx).createEventLoopContext();
  }

  /// Connect; the future tells of the first try alone.
  public Future<Void> start() {
    Promise<Void> first = Promise.promise();
    context.runOnContext(go -> connect(0, first));
    return first.future();
  }

  /// Name what happens each time that the link is there again after it was lost.
  public void whenBack(Runnable back) {
    whenBack = back;
  }

  /// Tell whether there is a connection now.
  public boolean up() {
    return line != null;
  }

  private void connect(int attempt, Promise<Void> first) {
    Dialled.dial(vertx, url, limit)
        .onSuccess(made -> context.runOnContext(go -> connected(made, attempt, first)))
        .onFailure(
            fault -> {
              first.tryFail(fault);
              later(attempt + 1, first);
            });
  }

  private void connected(Dialled made, int attempt, Promise<Void> first) {
    if (closed) {
      made.close();
      return;
    }
    made.whenLost(() -> context.runOnContext(go -> lost(made)));
    line = made;
    LOG.info("redis=up attempt={}", attempt);
    if (!first.tryComplete()) {
      whenBack.run();
    }
  }

  private void lost(Dialled was) {
    if (line == was) {
      line = null;
      was.close();
      if (closed) {
        return;
      }
      LOG.warn("redis=lost");
      later(0, Promise.promise());
    }
  }

  private void later(int attempt, Promise<Void> first) {
    if (!closed) {
      first.tryFail("Redis is away");
      long wait = BACKOFF.before(attempt, RandomGenerator.getDefault()).toMillis();
      vertx.setTimer(wait, t -> context.runOnContext(go -> connect(attempt, first)));
    }
  }

  /// Send one command.
  public Future<Response> send(Command command, String... arguments) {
    var request = Request.cmd(command);
    for (String argument : arguments) {
      request.arg(argument);
    }
    return send(request);
  }

  /// Run a script.
  public Future<Response> run(Script script, List<String> keys, List<String> arguments) {
    var request = Request.cmd(Command.EVAL).arg(script.text()).arg(keys.size());
    keys.forEach(request::arg);
    arguments.forEach(request::arg);
    return send(request);
  }

  private Future<Response> send(Request request) {
    var now = line;
    if (now == null) {
      return Future.failedFuture("Redis is away");
    }
    Promise<Response> answer = Promise.promise();
    context.runOnContext(
        go ->
            now.connection()
                .send(request)
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(answer));
    return answer
        .future()
        .onFailure(
            fault -> {
              if (fault instanceof java.util.concurrent.TimeoutException) {
                // A server that stopped answering is as good as gone; the next connection
                // will tell.
                context.runOnContext(go -> lost(now));
              }
            });
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
