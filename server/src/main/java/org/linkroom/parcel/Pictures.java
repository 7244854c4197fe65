package org.linkroom.parcel;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.records.Records;

/// The pictures of parcels, in PostgreSQL. Each is approved by an adult of its own class before
/// anybody else sees it, and shown under a schools' rule no stricter than the one that she approved
/// it under.
public final class Pictures {
  private static final String ROWS =
      """
      SELECT i.id, i.parcel, p.class, i.alt, i.width, i.height, i.approved_as, coalesce(a.name, '') AS approver, p.sent_at IS NOT NULL AS sent
      FROM picture i JOIN parcel p ON p.id = i.parcel LEFT JOIN person a ON a.id = i.approved_by WHERE %s""";

  private final Records records;

  /// Make the store.
  public Pictures(Records records) {
    this.records = records;
  }

  /// One, without its points.
  ///
  /// @param classId whose it is
  /// @param alt what can be seen, in words
  /// @param approvedAs the rule under which it was approved; nothing where it was not
  /// @param sent whether its parcel was sent
  public record Picture(
      Id id,
      Id parcel,
      Id classId,
      String alt,
      int width,
      int height,
      @Nullable PhotoRule approvedAs,
      String approver,
      boolean sent) {
    /// Tell whether it may be shown to others than its own class's adults, by the schools' rule of
    /// now.
    public boolean shown(PhotoRule now) {
      return approvedAs != null && now.lets(approvedAs);
    }
  }

  /// Put one into a parcel that is being packed; the same one twice is one.
  ///
  /// @return false where the parcel is full, or was sent meanwhile
  public Future<Boolean> add(Id id, Id parcel, Photo photo, String alt, Id by, Instant now) {
    return records
        .change(
            """
            INSERT INTO picture (id, parcel, alt, width, height, large, small, made_by, made_at)
            SELECT $1, p.id, $3, $4, $5, $6, $7, $8, $9 FROM parcel p WHERE p.id = $2 AND p.sent_at IS NULL
              AND (SELECT count(*) FROM picture WHERE parcel = p.id) < $10
            ON CONFLICT DO NOTHING""",
            id,
            parcel,
            alt,
            photo.width(),
            photo.height(),
            photo.large(),
            photo.small(),
            by,
            now.atOffset(ZoneOffset.UTC),
            Limits.PICTURES)
        .map(done -> done == 1);
  }

  /// Those of a parcel, in the order in which they were put there.
  public Future<List<Picture>> of(Id parcel) {
    return records.list(
        ROWS.formatted("i.parcel = $1 ORDER BY i.made_at, i.id"), Pictures::read, parcel);
  }

  /// All of a link that were approved, the newest parcel's first.
  public Future<List<Picture>> approved(Id link) {
    return records.list(
        ROWS.formatted(
            "p.link = $1 AND i.approved_at IS NOT NULL ORDER BY p.made_at DESC, i.made_at, i.id LIMIT 800"),
        Pictures::read,
        link);
  }

  /// One of a link.
  public Future<Optional<Picture>> find(Id link, Id picture) {
    return records.one(ROWS.formatted("p.link = $1 AND i.id = $2"), Pictures::read, link, picture);
  }

  /// Its points, as a JPEG.
  public Future<Optional<Buffer>> points(Id picture, boolean small) {
    return records.one(
        "SELECT " + (small ? "small" : "large") + " AS points FROM picture WHERE id = $1",
        row -> row.getBuffer("points"),
        picture);
  }

  /// An adult of its class says that it may be shown, under the schools' rule of now.
  public Future<Void> approve(Id picture, PhotoRule rule, Id by, Instant now) {
    return records
        .run(
            "UPDATE picture SET approved_as = $2, approved_by = $3, approved_at = $4 WHERE id = $1",
            picture,
            rule.word(),
            by,
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  /// Take one out for good, whether its parcel was sent or not.
  public Future<Void> drop(Id picture) {
    return records.run("DELETE FROM picture WHERE id = $1", picture).mapEmpty();
  }

  private static Picture read(Row row) {
    String as = row.getString("approved_as");
    return new Picture(
        Records.id(row, "id"),
        Records.id(row, "parcel"),
        Records.id(row, "class"),
        row.getString("alt"),
        row.getInteger("width"),
        row.getInteger("height"),
        as.isEmpty() ? null : PhotoRule.of(as),
        row.getString("approver"),
        row.getBoolean("sent"));
  }
}
