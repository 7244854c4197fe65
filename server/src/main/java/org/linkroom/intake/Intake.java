package org.linkroom.intake;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.network.SchoolYear;
import org.linkroom.people.Person;
import org.linkroom.records.Records;

/// Tables in PostgreSQL: kept until they are brought in or a day is over, looked at as often as one
/// likes, and brought in as one.
public final class Intake {
  private final Records records;

  /// Make the store.
  public Intake(Records records) {
    this.records = records;
  }

  /// Keep a table to be looked at. Kept again with the same id it is there once.
  public Future<Void> keep(Id id, Id programme, Id by, String text, Instant now) {
    return records
        .run(
            "INSERT INTO import_file (id, programme, by_person, body, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
            id,
            programme,
            by,
            text,
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  /// A table as it was kept; empty where it is of another programme or no longer there.
  public Future<Optional<String>> find(Id file, Id programme) {
    return records.one(
        "SELECT body FROM import_file WHERE id = $1 AND programme = $2",
        row -> row.getString("body"),
        file,
        programme);
  }

  /// What a table would bring about now.
  ///
  /// @param unknown heads of columns that are left out
  public record Looked(Plan plan, List<String> unknown) {
    /// Stands for exactly this: a later look that brings about anything else has another mark.
    public String mark() {
      return plan.toString();
    }
  }

  /// Look at a table without changing anything.
  public Future<Looked> look(Sheet.Read sheet, Id programme, Person me, Instant now) {
    return new Grounds(records)
        .of(programme, SchoolYear.at(now))
        .map(ground -> new Looked(Plan.of(sheet.rows(), ground, me.email()), sheet.unknown()));
  }

  /// How a table is to be brought in.
  ///
  /// @param agreed whether its links were agreed elsewhere; else the heads are asked
  public record Order(Id programme, boolean agreed, Person by, Instant now) {}

  /// What was brought in.
  ///
  /// @param links those that were made
  /// @param released who lead a class no more
  public record Done(List<Id> links, List<Id> released) {}

  /// Bring in what a look has shown, as one. Empty: something has changed since, and nothing was
  /// brought in.
  ///
  /// @param fits tells whether a look is the one that was shown
  public Future<Optional<Done>> bring(Sheet.Read sheet, Order order, Predicate<Looked> fits) {
    return records.inTransaction(
        Limits.TABLE_WORK,
        all ->
            new Grounds(all)
                .hold(order.programme())
                .compose(held -> new Grounds(all).of(order.programme(), SchoolYear.at(order.now())))
                .compose(
                    ground -> {
                      var plan = Plan.of(sheet.rows(), ground, order.by().email());
                      return fits.test(new Looked(plan, sheet.unknown()))
                          ? new Bringing(all, ground, order).all(plan).map(Optional::of)
                          : Future.succeededFuture(Optional.empty());
                    }));
  }
}
