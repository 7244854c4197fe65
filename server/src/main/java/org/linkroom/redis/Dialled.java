package org.linkroom.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// One connection, with a client of its own. A server that takes a connection and then says nothing
/// would hold a place in a shared pool for good, and after two such tries nobody could try again.
final class Dialled {
  private final Redis client;
  private final RedisConnection connection;
  private final Look server;
  private final Set<String> scripts = new HashSet<>();

  private Dialled(Redis client, RedisConnection connection, Look server) {
    this.client = client;
    this.connection = connection;
    this.server = server;
  }

  /// Try once, within a limit. A server that still reads its data is not there yet.
  static Future<Dialled> dial(Vertx vertx, String url, Duration limit) {
    var client = Redis.createClient(vertx, options(url));
    return client
        .connect()
        .compose(made -> look(made).map(server -> new Dialled(client, made, server)))
        .compose(
            made ->
                made.server.loading()
                    ? Future.<Dialled>failedFuture("Redis still reads its data")
                    : Future.succeededFuture(made))
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(fault -> client.close());
  }

  private static Future<Look> look(RedisConnection made) {
    return made.send(Request.cmd(Command.INFO))
        .map(info -> Look.of(String.valueOf(info)))
        .recover(hidden -> Future.succeededFuture(Look.UNKNOWN));
  }

  private static RedisOptions options(String url) {
    return new RedisOptions()
        .setConnectionString(url)
        .setNetClientOptions(new NetClientOptions().setHostnameVerificationAlgorithm("HTTPS"))
        .setMaxPoolSize(1)
        .setMaxPoolWaiting(1)
        .setMaxWaitingHandlers(16_384);
  }

  /// What the server said of itself.
  Look server() {
    return server;
  }

  /// Put a call to it. A script goes whole the first time and by its digest from then on: what
  /// follows on one connection is run after it. A server that forgot it has run nothing, so it can
  /// be put to it again.
  Future<Response> send(Call call) {
    return switch (call) {
      case Call.Plain plain -> put(plain.request(server));
      case Call.Run run when scripts.add(run.script().sha()) -> put(run.whole(server));
      case Call.Run run -> named(run);
    };
  }

  private Future<Response> named(Call.Run run) {
    Promise<Response> answer = Promise.promise();
    connection
        .send(run.named(server))
        .onSuccess(answer::complete)
        .onFailure(
            fault -> {
              if (Refused.of(fault) == Refused.NO_SCRIPT) {
                connection.send(run.whole(server)).onComplete(answer);
              } else {
                answer.fail(fault);
              }
            });
    return answer.future();
  }

  /// Put a call to a server that is about to become the owner of its slot.
  Future<Response> sendAsking(Call call) {
    connection.send(Request.cmd(Command.ASKING));
    return put(
        switch (call) {
          case Call.Plain plain -> plain.request(server);
          case Call.Run run -> run.whole(server);
        });
  }

  private Future<Response> put(Request request) {
    Promise<Response> answer = Promise.promise();
    connection.send(request).onComplete(answer);
    return answer.future();
  }

  /// The connection itself, for what is heard on it.
  RedisConnection connection() {
    return connection;
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
