package org.linkroom.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Terms and closing days in PostgreSQL, as a school, a programme or the network has entered them.
public final class TermSpans {
  /// How many one of them may have at most: some for each of a few years.
  private static final int MOST = 200;

  private static final String COLUMNS =
      "id, CASE WHEN school IS NOT NULL THEN 2 WHEN programme IS NOT NULL THEN 1 ELSE 0 END AS level, term, name, first_day, last_day";

  private final Records records;

  /// Make the store.
  public TermSpans(Records records) {
    this.records = records;
  }

  /// Whose they are; neither a school nor a programme: the network's.
  public record Owner(@Nullable Id programme, @Nullable Id school) {
    /// The network.
    public static final Owner NETWORK = new Owner(null, null);
  }

  /// Those that have not gone by on a day, of one owner alone, in their order.
  public Future<List<Span>> of(Owner owner, LocalDate from) {
    return records.list(
        "SELECT "
            + COLUMNS
            + " FROM term_span WHERE "
            + where(owner)
            + " AND last_day >= $2 ORDER BY first_day, last_day LIMIT "
            + MOST,
        TermSpans::read,
        key(owner),
        from);
  }

  /// Those of the network and of a programme that hold for a school where it has none of its own.
  public Future<List<Span>> above(Id programme, LocalDate from) {
    return records.list(
        "SELECT "
            + COLUMNS
            + " FROM term_span WHERE school IS NULL AND (programme = $1 OR programme IS NULL) AND last_day >= $2 ORDER BY first_day, last_day LIMIT "
            + MOST,
        TermSpans::read,
        programme,
        from);
  }

  /// Add one; the same id twice stands once. False: there are too many already.
  public Future<Boolean> add(Owner owner, Span span) {
    return records
        .change(
            "INSERT INTO term_span (id, programme, school, term, name, first_day, last_day) SELECT $2, $3, $4, $5, $6, $7, $8 WHERE (SELECT count(*) FROM term_span WHERE "
                + where(owner)
                + ") < "
                + MOST
                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            key(owner),
            span.id(),
            owner.programme(),
            owner.school(),
            span.term(),
            span.name(),
            span.first(),
            span.last())
        .map(added -> added == 1);
  }

  /// Take one away, if it is the owner's; twice does nothing.
  public Future<Optional<Span>> remove(Owner owner, Id span) {
    return records.one(
        "DELETE FROM term_span WHERE " + where(owner) + " AND id = $2 RETURNING " + COLUMNS,
        TermSpans::read,
        key(owner),
        span);
  }

  private static String where(Owner owner) {
    return owner.school() != null
        ? "school = $1"
        : owner.programme() != null
            ? "programme = $1"
            : "programme IS NULL AND school IS NULL AND $1::text IS NULL";
  }

  private static @Nullable Id key(Owner owner) {
    return owner.school() != null ? owner.school() : owner.programme();
  }

  static Span read(Row row) {
    return new Span(
        Records.id(row, "id"),
        row.getInteger("level"),
        row.getBoolean("term"),
        row.getString("name"),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"));
  }
}
