package org.linkroom.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// One connection, with a client of its own. A server that takes a connection and then says nothing
/// would hold a place in a shared pool for good, and after two such tries nobody could try again.
record Dialled(Redis client, RedisConnection connection) {

  /// Try once, within a limit.
  static Future<Dialled> dial(Vertx vertx, String url, Duration limit) {
    var client = Redis.createClient(vertx, options(url));
    return client
        .connect()
        .map(made -> new Dialled(client, made))
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(fault -> client.close());
  }

  private static RedisOptions options(String url) {
    return new RedisOptions()
        .setConnectionString(url)
        .setMaxPoolSize(1)
        .setMaxPoolWaiting(1)
        .setMaxWaitingHandlers(16_384);
  }

  /// Name what happens when it is lost, in whichever way.
  void whenLost(Runnable lost) {
    connection.endHandler(end -> lost.run()).exceptionHandler(fault -> lost.run());
  }

  void close() {
    connection.close();
    client.close();
  }
}
