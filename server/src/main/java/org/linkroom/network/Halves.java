package org.linkroom.network;

import io.vertx.core.Future;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Two halves of one class, each a class of its own: "4B one" and "4B two", with the whole class's
/// teacher as both their lead.
public final class Halves {
  private static final String MAKE =
      """
      INSERT INTO school_class (id, school, label, year_group, size, motto, lead, year)
      SELECT $2, school, label || $3, year_group, greatest(1, (size + $4) / 2), motto, lead, year FROM school_class WHERE id = $1
      ON CONFLICT (school, label, year) DO UPDATE SET label = excluded.label RETURNING id""";

  private final Records records;

  /// Make the store.
  public Halves(Records records) {
    this.records = records;
  }

  /// The two halves, made where they are not there yet.
  public Future<List<Id>> of(Id whole) {
    return records.inTransaction(
        all ->
            new Halves(all)
                .half(whole, " one", 1)
                .compose(
                    one -> new Halves(all).half(whole, " two", 0).map(two -> List.of(one, two))));
  }

  private Future<Id> half(Id whole, String name, int round) {
    return records
        .one(MAKE, row -> Records.id(row, "id"), whole, Id.random(), name, round)
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no class to halve")))
        .compose(
            half ->
                records
                    .run(
                        "INSERT INTO role (person, kind, class) SELECT lead, 'teacher', id FROM school_class WHERE id = $1 ON CONFLICT DO NOTHING",
                        half)
                    .map(done -> half));
  }
}
