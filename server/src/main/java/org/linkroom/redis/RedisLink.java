package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
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

  private final Redis client;
  private final Context context;
  private volatile @Nullable RedisConnection connection;
  private volatile boolean closed;
  private volatile Runnable whenBack = () -> {};

  /// Make a link; it connects by itself.
  public RedisLink(Vertx vertx, String url) {
    client = Redis.createClient(vertx, options(url));
    context = ((VertxInternal) vertx).createEventLoopContext();
  }

  static RedisOptions options(String url) {
    return new RedisOptions()
        .setConnectionString(url)
        .setMaxPoolSize(2)
        .setMaxPoolWaiting(8)
        .setMaxWaitingHandlers(16_384);
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
    return connection != null;
  }

  private void connect(int attempt, Promise<Void> first) {
    client
        .connect()
        .timeout(Limits.STORE_CALL.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(
            made -> {
              made.endHandler(end -> lost(made)).exceptionHandler(fault -> lost(made));
              connection = made;
              LOG.info("redis=up attempt={}", attempt);
              if (!first.tryComplete()) {
                whenBack.run();
              }
            })
        .onFailure(
            fault -> {
              first.tryFail(fault);
              later(attempt + 1, first);
            });
  }

  private void lost(RedisConnection was) {
    if (connection == was) {
      connection = null;
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
      context.owner().setTimer(wait, t -> context.runOnContext(go -> connect(attempt, first)));
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
    var now = connection;
    if (now == null) {
      return Future.failedFuture("Redis is away");
    }
    Promise<Response> answer = Promise.promise();
    context.runOnContext(
        go ->
            now.send(request)
                .timeout(Limits.STORE_CALL.toMillis(), TimeUnit.MILLISECONDS)
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
    client.close();
  }
}
