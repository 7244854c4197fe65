package org.linkroom.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How calls find the server that they are for. All but the questions `up` and `writable` happens
/// on the link's loop.
sealed interface Road permits OneServer, Cluster {

  /// Connect and keep connected; the future tells of the first try alone.
  Future<Void> start();

  Future<Response> send(Call call);

  /// Whether the server of a key is there; of all keys, if none is named.
  boolean up(@Nullable String key);

  /// Whether it takes what is to be kept.
  boolean writable(@Nullable String key);

  /// The server of a channel; null while nobody knows.
  @Nullable Address home(String channel);

  /// Every server that is the home of any channel.
  Set<Address> homes();

  /// Try to connect to such a server once.
  Future<Dialled> dial(Address home);

  /// Look again where everything is; the future tells when that is done.
  Future<Void> look();

  void close();
}
