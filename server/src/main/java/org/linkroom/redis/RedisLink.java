package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Limits;

/// The way to Redis for commands and scripts: one long-lived, pipelined connection to each server
/// that calls are for. While a server is away every call for it fails at once, and the link tries
/// again by itself. Calls end within `Limits.STORE_CALL`; a call that failed may have been
/// executed.
public final class RedisLink {
  private final Context context;
  private final Road road;
  private volatile Runnable whenBack = () -> {};
  private volatile Runnable whenMoved = () -> {};

  /// Make a link; it connects by itself.
  public RedisLink(Vertx vertx, String url) {
    this(vertx, url, Limits.STORE_CALL);
  }

  /// Make one whose calls and tries end within a limit.
  public RedisLink(Vertx vertx, String url, Duration limit) {
    context = ((VertxInternal) vertx).createEventLoopContext();
    var where = RedisUrl.of(url);
    var dialler = new Dialler(vertx, where, limit);
    Runnable back = () -> whenBack.run();
    road =
        where.kind() == RedisUrl.Kind.CLUSTER
            ? new Cluster(
                context,
                dialler,
                new Cluster.Where(where.hosts(), limit),
                back,
                () -> whenMoved.run())
            : new OneServer(context, dialler, limit, back);
  }

  /// Connect; the future tells of the first try alone.
  public Future<Void> start() {
    return road.start();
  }

  /// Name what happens each time that a server is there again after it was lost.
  public void whenBack(Runnable back) {
    whenBack = back;
  }

  /// Name what happens each time that channels may have another home.
  void whenMoved(Runnable moved) {
    whenMoved = moved;
  }

  /// Tell whether every server is there now.
  public boolean up() {
    return road.up(null);
  }

  /// Tell whether the server of a key is there now.
  public boolean up(String key) {
    return road.up(key);
  }

  /// Tell whether the server of a key is there now and takes what is to be kept: one whose disk or
  /// memory is full still reads, and still tells what it is told.
  public boolean writable(String key) {
    return road.writable(key);
  }

  /// Where a channel is heard; null while nobody knows.
  @Nullable Address home(String channel) {
    return road.home(channel);
  }

  /// Every server at which any channel is heard.
  Set<Address> homes() {
    return road.homes();
  }

  /// Try once to connect to one of them.
  Future<Dialled> dial(Address home) {
    return road.dial(home);
  }

  /// Look again where everything is; the future tells when that is done.
  Future<Void> look() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(go -> road.look().onComplete(done));
    return done.future();
  }

  /// Send one command. Its first argument is its key, or its channel.
  public Future<Response> send(Command command, String... arguments) {
    return put(new Call.Plain(command, List.of(arguments)));
  }

  /// Run a script; all its keys belong to one room. After its arguments it gets the command by
  /// which it is to publish.
  public Future<Response> run(Script script, List<String> keys, List<String> arguments) {
    return put(new Call.Run(script, List.copyOf(keys), List.copyOf(arguments)));
  }

  private Future<Response> put(Call call) {
    Promise<Response> answer = Promise.promise();
    context.runOnContext(go -> road.send(call).onComplete(answer));
    return answer.future();
  }

  /// Close for good.
  public void close() {
    road.close();
  }
}
