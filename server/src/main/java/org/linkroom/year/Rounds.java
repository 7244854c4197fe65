package org.linkroom.year;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Which schools have said this half year who their adults are, in PostgreSQL.
public final class Rounds {
  private final Records records;

  /// Make the store.
  public Rounds(Records records) {
    this.records = records;
  }

  /// Tell whether a school has not said it yet. One that came later than the half year began has
  /// named its adults just now.
  public Future<Boolean> open(Id school, Instant now) {
    var round = Round.at(now);
    return records
        .one(
            """
            SELECT s.id FROM school s WHERE s.id = $1 AND s.archived_at IS NULL AND (s.made_at < $3
              OR EXISTS (SELECT 1 FROM adults_round a WHERE a.school = s.id AND a.round = $2))
            AND NOT EXISTS (SELECT 1 FROM adults_round r WHERE r.school = s.id AND r.round = $2 AND r.confirmed_at IS NOT NULL)""",
            row -> Records.id(row, "id"),
            school,
            round.first(),
            round.begins().atOffset(ZoneOffset.UTC))
        .map(found -> found.isPresent());
  }

  /// The school says that these are its adults; a second time nothing changes.
  ///
  /// @return whether it had not said so before
  public Future<Boolean> confirm(Id school, Id by, Instant now) {
    return records
        .change(
            """
            INSERT INTO adults_round AS r (school, round, confirmed_at, confirmed_by) VALUES ($1, $2, $3, $4)
            ON CONFLICT (school, round) DO UPDATE SET confirmed_at = $3, confirmed_by = $4 WHERE r.confirmed_at IS NULL""",
            school,
            Round.at(now).first(),
            now.atOffset(ZoneOffset.UTC),
            by)
        .map(changed -> changed == 1);
  }

  /// A school that was asked and has not answered.
  ///
  /// @param reminded whether it was asked a second time
  public record Waiting(Id school, String name, boolean reminded) {}

  /// Those of a programme, by name.
  public Future<List<Waiting>> waiting(Id programme, Instant now) {
    return records.list(
        """
        SELECT s.id, s.name, r.again_at IS NOT NULL AS reminded FROM adults_round r JOIN school s ON s.id = r.school
        WHERE s.programme = $1 AND s.archived_at IS NULL AND r.round = $2 AND r.confirmed_at IS NULL AND r.asked_at IS NOT NULL
        ORDER BY s.name LIMIT 500""",
        row ->
            new Waiting(Records.id(row, "id"), row.getString("name"), row.getBoolean("reminded")),
        programme,
        Round.at(now).first());
  }
}
