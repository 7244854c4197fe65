package org.linkroom.records;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;

/// PostgreSQL, statement by statement. Every call ends within `Limits.STORE_CALL`; ids are given
/// and read as texts.
public final class Records {
  private final Supplier<? extends SqlClient> client;
  private final @Nullable Connections connections;

  private Records(Supplier<? extends SqlClient> client, @Nullable Connections connections) {
    this.client = client;
    this.connections = connections;
  }

  /// Open a pool. Nothing is connected before the first statement.
  public static Records open(Vertx vertx, String url, int most) {
    var connections = new Connections(vertx, url, most);
    return new Records(connections::now, connections);
  }

  /// Run one statement.
  public Future<RowSet<Row>> run(String sql, @Nullable Object... values) {
    var tuple = Tuple.tuple();
    for (Object value : values) {
      tuple.addValue(value instanceof Id id ? id.text() : value);
    }
    return within(Limits.STORE_CALL, client.get().preparedQuery(sql).execute(tuple));
  }

  // What the pool answers with is never null where T is not.
  @SuppressWarnings("NullAway")
  private <T extends @Nullable Object> Future<T> within(Duration limit, Future<T> call) {
    var made = connections;
    var ends = call.timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    return made == null ? ends : ends.onFailure(made::failed);
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
  public <T extends @Nullable Object> Future<T> inTransaction(Function<Records, Future<T>> work) {
    return inTransaction(Limits.STORE_WORK, work);
  }

  /// The same for work of many statements, as where a whole table is brought in.
  // The pool's own annotations say that any result may be null; T says it better.
  @SuppressWarnings("NullAway")
  public <T extends @Nullable Object> Future<T> inTransaction(
      Duration limit, Function<Records, Future<T>> work) {
    if (connections == null) {
      return work.apply(this);
    }
    return within(
        limit,
        connections
            .now()
            .withTransaction(connection -> work.apply(new Records(() -> connection, null))));
  }

  /// Do something for each, one after the other; the first failure ends it.
  public static <T> Future<Void> each(Collection<T> all, Function<T, Future<?>> work) {
    Future<?> done = Future.succeededFuture();
    for (T one : all) {
      done = done.compose(before -> work.apply(one));
    }
    return done.mapEmpty();
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
    return connections == null ? Future.succeededFuture() : connections.close();
  }
}
