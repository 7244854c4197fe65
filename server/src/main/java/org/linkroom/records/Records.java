package org.linkroom.records;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;

/// PostgreSQL, statement by statement. Every call ends within `Limits.STORE_CALL`; ids are given
/// and read as texts.
public final class Records {
  private final SqlClient client;
  private final @Nullable Pool pool;

  private Records(SqlClient client, @Nullable Pool pool) {
    this.client = client;
    this.pool = pool;
  }

  /// Open a pool. Nothing is connected before the first statement.
  public static Records open(Vertx vertx, String url, int connections) {
    var options =
        PgConnectOptions.fromUri(url)
            .setCachePreparedStatements(true)
            .setReconnectAttempts(2)
            .setReconnectInterval(200);
    var poolOptions =
        new PoolOptions()
            .setMaxSize(connections)
            .setShared(true)
            .setConnectionTimeout((int) Limits.STORE_CALL.toSeconds())
            .setConnectionTimeoutUnit(TimeUnit.SECONDS)
            .setMaxWaitQueueSize(2000);
    var pool = PgBuilder.pool().connectingTo(options).with(poolOptions).using(vertx).build();
    return new Records(pool, pool);
  }

  /// Run one statement.
  public Future<RowSet<Row>> run(String sql, @Nullable Object... values) {
    var tuple = Tuple.tuple();
    for (Object value : values) {
      tuple.addValue(value instanceof Id id ? id.text() : value);
    }
    return client
        .preparedQuery(sql)
        .execute(tuple)
        .timeout(Limits.STORE_CALL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Run one statement many times in one go.
  public Future<RowSet<Row>> batch(String sql, List<Tuple> values) {
    return client
        .preparedQuery(sql)
        .executeBatch(values)
        .timeout(Limits.STORE_CALL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Read all rows.
  public <T> Future<List<T>> list(String sql, Function<Row, T> read, @Nullable Object... values) {
    return run(sql, values)
        .map(
            rows -> {
              var all = new ArrayList<T>(rows.size());
              rows.forEach(row -> all.add(read.apply(row)));
              return List.copyOf(all);
            });
  }

  /// Read the first row.
  public <T> Future<Optional<T>> one(
      String sql, Function<Row, T> read, @Nullable Object... values) {
    return list(sql, read, values).map(all -> all.stream().findFirst());
  }

  /// Run one statement and say how many rows it touched.
  public Future<Integer> change(String sql, @Nullable Object... values) {
    return run(sql, values).map(RowSet::rowCount);
  }

  /// Run several statements as one; a failure undoes them all.
  // The pool's own annotations say that any result may be null; T says it better.
  @SuppressWarnings("NullAway")
  public <T extends @Nullable Object> Future<T> inTransaction(Function<Records, Future<T>> work) {
    if (pool == null) {
      return work.apply(this);
    }
    return pool.withTransaction(connection -> work.apply(new Records(connection, null)))
        .timeout(Limits.STORE_WORK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Read an id.
  public static Id id(Row row, String column) {
    return new Id(row.getString(column));
  }

  /// Read an id that may be missing.
  public static @Nullable Id idOrNone(Row row, String column) {
    String text = row.getString(column);
    return text == null ? null : new Id(text);
  }

  /// Close the pool.
  public Future<Void> close() {
    return client.close();
  }
}
