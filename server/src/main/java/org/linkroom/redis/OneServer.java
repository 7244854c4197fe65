package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One server, or whichever is the master at the moment: all calls go one way.
final class OneServer implements Road {
  /// Stands for it, wherever it is.
  private static final Address HOME = new Address("the one", 0);

  private final Dialler dialler;
  private final Line line;

  /// @param back runs each time that it is there again
  OneServer(Context context, Dialler dialler, Duration limit, Runnable back) {
    this.dialler = dialler;
    line = new Line("redis", context, dialler::master, limit);
    line.whenUp(
        made -> {
          if (line.tried().isComplete()) {
            back.run();
          }
        });
  }

  @Override
  public Future<Void> start() {
    return line.start();
  }

  @Override
  public Future<Response> send(Call call) {
    return line.send(call);
  }

  @Override
  public boolean up(@Nullable String key) {
    return line.up();
  }

  @Override
  public boolean writable(@Nullable String key) {
    return line.writable();
  }

  @Override
  public Address home(String channel) {
    return HOME;
  }

  @Override
  public Set<Address> homes() {
    return Set.of(HOME);
  }

  @Override
  public Future<Dialled> dial(Address home) {
    return dialler.master();
  }

  @Override
  public Future<Void> look() {
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    line.close();
  }
}
