package org.linkroom.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;

/// Dials the servers of one deployment. Each try ends within the limit.
final class Dialler {
  private final Vertx vertx;
  private final RedisUrl url;
  private final Duration limit;

  Dialler(Vertx vertx, RedisUrl url, Duration limit) {
    this.vertx = vertx;
    this.url = url;
    this.limit = limit;
  }

  /// The one server; where sentinels know it, the one that they name at this moment.
  Future<Dialled> master() {
    return url.kind() == RedisUrl.Kind.SENTINEL
        ? named(0).compose(this::at).compose(Dialler::mastering)
        : Dialled.dial(vertx, url.text(), limit);
  }

  /// A server of many.
  Future<Dialled> at(Address server) {
    return Dialled.dial(vertx, url.at(server), limit);
  }

  /// The sentinels' word may be older than the vote.
  private static Future<Dialled> mastering(Dialled made) {
    if (made.server().replica()) {
      made.close();
      return Future.failedFuture("the sentinels name a replica");
    }
    return Future.succeededFuture(made);
  }

  /// Ask one sentinel after the other, until one knows.
  private Future<Address> named(int from) {
    if (from == url.hosts().size()) {
      return Future.failedFuture("no sentinel knows a master " + url.name());
    }
    return Dialled.dial(vertx, url.sentinelAt(url.hosts().get(from)), limit)
        .compose(this::ask)
        .recover(away -> named(from + 1));
  }

  private Future<Address> ask(Dialled sentinel) {
    return sentinel
        .send(new Call.Plain(Command.SENTINEL, List.of("GET-MASTER-ADDR-BY-NAME", url.name())))
        .map(
            named ->
                new Address(named.get(0).toString(), Integer.parseInt(named.get(1).toString())))
        .timeout(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
        .eventually(
            () -> {
              sentinel.close();
              return Future.succeededFuture();
            });
  }
}
