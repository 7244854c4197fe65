package org.linkroom.people;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// What somebody says of herself and where she is signed in, in PostgreSQL.
public final class Own {
  private final Records records;

  /// Make the store.
  public Own(Records records) {
    this.records = records;
  }

  /// What is hers to say.
  ///
  /// @param phone a number, or nothing
  public record About(String name, String email, String phone) {}

  /// What is on record of somebody.
  public Future<Optional<About>> about(Id person) {
    return records.one(
        "SELECT name, email, phone FROM person WHERE id = $1",
        row -> new About(row.getString("name"), row.getString("email"), row.getString("phone")),
        person);
  }

  /// She says it anew; her address stays, for it is how she signs in.
  public Future<Void> change(Id person, String name, String phone) {
    return records
        .run("UPDATE person SET name = $2, phone = $3 WHERE id = $1", person, name, phone)
        .mapEmpty();
  }

  /// A sign-in somewhere.
  ///
  /// @param own whether it is a device of her own; else a shared one, which ends with the day
  /// @param used when it was used last, to a quarter of an hour
  public record Place(Id id, boolean own, Instant since, Instant used, Instant until) {}

  /// Where she is signed in, the one used last first.
  public Future<List<Place>> places(Id person, Instant now) {
    return records.list(
        """
        SELECT id, own_device, began_at, rotated_at, until FROM sign_in WHERE person = $1 AND until > $2
        ORDER BY rotated_at DESC, id LIMIT 100\
        """,
        Own::place,
        person,
        now.atOffset(ZoneOffset.UTC));
  }

  /// End one of hers; what is not hers stays.
  ///
  /// @return whether there was one
  public Future<Boolean> end(Id person, Id place) {
    return records
        .change("DELETE FROM sign_in WHERE id = $2 AND person = $1", person, place)
        .map(gone -> gone == 1);
  }

  private static Place place(Row row) {
    return new Place(
        Records.id(row, "id"),
        row.getBoolean("own_device"),
        row.getOffsetDateTime("began_at").toInstant(),
        row.getOffsetDateTime("rotated_at").toInstant(),
        row.getOffsetDateTime("until").toInstant());
  }
}
