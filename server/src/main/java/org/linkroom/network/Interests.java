package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Heads who would like to link, in PostgreSQL: what they wrote, and what came of it.
public final class Interests {
  private static final String ROWS =
      """
      SELECT id, programme, school_name, town, phase, character, head_name, email, phone, years, hopes, at
      FROM interest WHERE %s""";

  private final Records records;

  /// Make the store.
  public Interests(Records records) {
    this.records = records;
  }

  /// What a head wrote.
  ///
  /// @param years which year groups, in her own words
  public record Wish(
      String school,
      String town,
      String phase,
      String character,
      String head,
      String email,
      String phone,
      String years,
      String hopes) {}

  /// One on record that nobody has dealt with yet.
  public record Line(Id id, Id programme, Wish wish, Instant at) {}

  /// Keep one. The same id twice keeps it once; false says that it was there.
  public Future<Boolean> keep(Id id, Id programme, Wish wish, Instant now) {
    return records
        .change(
            """
            INSERT INTO interest (id, programme, school_name, town, phase, character, head_name, email, phone, years, hopes, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING""",
            id,
            programme,
            wish.school(),
            wish.town(),
            wish.phase(),
            wish.character(),
            wish.head(),
            wish.email(),
            wish.phone(),
            wish.years(),
            wish.hopes(),
            Linking.utc(now))
        .map(changed -> changed == 1);
  }

  /// Those of a programme that wait, the newest first.
  public Future<List<Line>> waiting(Id programme) {
    return records.list(
        ROWS.formatted("programme = $1 AND state = 'new' ORDER BY at DESC LIMIT 200"),
        Interests::read,
        programme);
  }

  /// One of a programme that waits.
  public Future<Optional<Line>> find(Id programme, Id interest) {
    return records.one(
        ROWS.formatted("id = $2 AND programme = $1 AND state = 'new'"),
        Interests::read,
        programme,
        interest);
  }

  /// Say what came of one: a school, or nothing this time. False: somebody was quicker.
  ///
  /// @param school the school that was made of it; none: it was declined
  public Future<Boolean> done(Id interest, @Nullable Id school, Id by, Instant now) {
    return records
        .change(
            """
            UPDATE interest SET state = $2, school = $3, done_by = $4, done_at = $5
            WHERE id = $1 AND state = 'new'""",
            interest,
            school == null ? "declined" : "made",
            school,
            by,
            Linking.utc(now))
        .map(changed -> changed == 1);
  }

  private static Line read(Row row) {
    var wish =
        new Wish(
            row.getString("school_name"),
            row.getString("town"),
            row.getString("phase"),
            row.getString("character"),
            row.getString("head_name"),
            row.getString("email"),
            row.getString("phone"),
            row.getString("years"),
            row.getString("hopes"));
    return new Line(
        Records.id(row, "id"),
        Records.id(row, "programme"),
        wish,
        row.getOffsetDateTime("at").toInstant());
  }
}
