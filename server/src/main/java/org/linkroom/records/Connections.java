package org.linkroom.records;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections to PostgreSQL. A line that swallows without a word holds its place in a pool for
/// good: the driver says its farewell and waits for the other end, and after a few such lines
/// nobody could ask anything again. So a call that took too long brings a new pool; the old one
/// ends when what is under way on it has.
final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /// What the driver says where all connections are taken for too long.
  private static final String NONE_FREE = "Timeout waiting for connection";

  private final Vertx vertx;
  private final String url;
  private final int most;
  private final Context context;
  private volatile Pool pool;
  private long madeAt;

  /// @param most how many there may be at a time
  Connections(Vertx vertx, String url, int most) {
    this.vertx = vertx;
    this.url = url;
    this.most = most;
    this.context = ((VertxInternal) vertx).createEventLoopContext();
    this.pool = make();
  }

  private Pool make() {
    madeAt = System.nanoTime();
    var options =
        PgConnectOptions.fromUri(url)
            .setCachePreparedStatements(true)
            .setReconnectAttempts(2)
            .setReconnectInterval(200)
            // What pages ask for is in memory, or on a disk without a moving arm. Told so,
            // PostgreSQL follows an index to a few rows where it would read a whole table on a
            // spinning disk.
            .addProperty("random_page_cost", "1.1");
    var poolOptions =
        new PoolOptions()
            .setMaxSize(most)
            .setShared(true)
            .setName(Id.random().text())
            .setConnectionTimeout((int) Limits.STORE_CALL.toSeconds())
            .setConnectionTimeoutUnit(TimeUnit.SECONDS)
            .setMaxWaitQueueSize(2000);
    return PgBuilder.pool().connectingTo(options).with(poolOptions).using(vertx).build();
  }

  /// The pool to ask now.
  Pool now() {
    return pool;
  }

  /// A call has failed; if it took too long, its connection may never say anything again.
  void failed(Throwable fault) {
    if (fault instanceof TimeoutException || NONE_FREE.equals(fault.getMessage())) {
      // Not on the caller's context: what is made there ends with it.
      context.runOnContext(go -> renew());
    }
  }

  /// Once while one outage lasts is enough: calls that wait for the same silence end together.
  private void renew() {
    if (System.nanoTime() - madeAt < Limits.STORE_CALL.toNanos()) {
      return;
    }
    LOG.warn("postgres=silent action=connect_anew");
    var old = pool;
    pool = make();
    old.close();
  }

  Future<Void> close() {
    return pool.close();
  }
}
