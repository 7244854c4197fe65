package org.linkroom.parcel;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// What classes made of parcels that came: that they opened one, what they noticed, what they
/// reply.
public final class ParcelAnswers {
  private static final String ROWS =
      """
      SELECT a.parcel, a.class, c.label, a.opened_at, a.noticed, a.reply, coalesce(p.name, '') AS name, a.answered_at
      FROM parcel_answer a JOIN school_class c ON c.id = a.class LEFT JOIN person p ON p.id = a.answered_by
      WHERE a.parcel = ANY($1) ORDER BY a.opened_at""";

  private final Records records;

  /// Make the store.
  public ParcelAnswers(Records records) {
    this.records = records;
  }

  /// One class's.
  ///
  /// @param noticed empty until it has answered
  /// @param name the adult who wrote it down
  public record Answer(
      Id parcel,
      Id classId,
      String label,
      Instant opened,
      String noticed,
      String reply,
      String name,
      @Nullable Instant at) {}

  /// One to write.
  public record Draft(String noticed, String reply) {}

  /// Those to some parcels.
  public Future<List<Answer>> of(List<Id> parcels) {
    return records.list(
        ROWS, ParcelAnswers::read, (Object) parcels.stream().map(Id::text).toArray(String[]::new));
  }

  /// A class opens one; when it did first is kept.
  public Future<Void> opened(Id parcel, Id classId, Instant now) {
    return records
        .run(
            "INSERT INTO parcel_answer (parcel, class, opened_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            parcel,
            classId,
            utc(now))
        .mapEmpty();
  }

  /// A class answers, once: what the other class has read is not changed.
  ///
  /// @return whether it had not answered before
  public Future<Boolean> answer(Id parcel, Id classId, Draft draft, Id by, Instant now) {
    return opened(parcel, classId, now)
        .compose(
            opened ->
                records.change(
                    "UPDATE parcel_answer SET noticed = $3, reply = $4, answered_by = $5, answered_at = $6"
                        + " WHERE parcel = $1 AND class = $2 AND answered_at IS NULL",
                    parcel,
                    classId,
                    draft.noticed(),
                    draft.reply(),
                    by,
                    utc(now)))
        .map(done -> done == 1);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Answer read(Row row) {
    var at = row.getOffsetDateTime("answered_at");
    return new Answer(
        Records.id(row, "parcel"),
        Records.id(row, "class"),
        row.getString("label"),
        row.getOffsetDateTime("opened_at").toInstant(),
        row.getString("noticed"),
        row.getString("reply"),
        row.getString("name"),
        at == null ? null : at.toInstant());
  }
}
