package org.linkroom.parcel;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.records.Records;

/// Parcels in PostgreSQL: the one that a class packs, those that it sent, and those that came.
public final class Parcels {
  private static final String ROWS =
      """
      SELECT p.id, p.link, p.class, p.words, p.sound_type, p.transcript, p.made_at, p.sent_at,
        coalesce(s.name, '') AS sender, (SELECT count(*)::int FROM picture i WHERE i.parcel = p.id) AS pictures
      FROM parcel p LEFT JOIN person s ON s.id = p.sent_by WHERE %s""";

  /// All that a class of a link keeps here, in bytes.
  private static final String BYTES =
      """
      (SELECT coalesce(sum(octet_length(q.sound)), 0) FROM parcel q WHERE q.link = $1 AND q.class = $2)
      + (SELECT coalesce(sum(octet_length(i.large) + octet_length(i.small)), 0) FROM picture i JOIN parcel q ON q.id = i.parcel
        WHERE q.link = $1 AND q.class = $2)""";

  private final Records records;

  /// Make the store.
  public Parcels(Records records) {
    this.records = records;
  }

  /// One, without its pictures and its sound.
  ///
  /// @param classId whose it is
  /// @param soundType empty where it has no sound
  /// @param sent nothing while it is being packed
  /// @param sender the adult who sent it
  public record Parcel(
      Id id,
      Id link,
      Id classId,
      String words,
      String soundType,
      String transcript,
      Instant made,
      @Nullable Instant sent,
      String sender,
      int pictures) {
    /// Tell whether there is a sound in it.
    public boolean sounds() {
      return !soundType.isEmpty();
    }

    /// Tell whether there is nothing in it.
    public boolean bare() {
      return words.isEmpty() && !sounds() && pictures == 0;
    }
  }

  /// One of a link.
  public Future<Optional<Parcel>> find(Id link, Id parcel) {
    return records.one(ROWS.formatted("p.link = $1 AND p.id = $2"), Parcels::read, link, parcel);
  }

  /// What a class packs for a link; empty where it has not begun.
  public Future<Optional<Parcel>> packing(Id link, Id classId) {
    return records.one(
        ROWS.formatted("p.link = $1 AND p.class = $2 AND p.sent_at IS NULL"),
        Parcels::read,
        link,
        classId);
  }

  /// All that were sent within a link, the newest first.
  public Future<List<Parcel>> sent(Id link) {
    return records.list(
        ROWS.formatted(
            "p.link = $1 AND p.sent_at IS NOT NULL ORDER BY p.sent_at DESC, p.id LIMIT 200"),
        Parcels::read,
        link);
  }

  /// All of a link, also those that are being packed, the oldest first.
  public Future<List<Parcel>> all(Id link) {
    return records.list(
        ROWS.formatted("p.link = $1 ORDER BY p.made_at, p.id LIMIT 200"), Parcels::read, link);
  }

  /// Begin to pack, or go on.
  ///
  /// @return the parcel that is being packed; empty where the class has sent as many as a year has
  ///     room for, or keeps as many bytes
  public Future<Optional<Id>> pack(Id link, Id classId, Id by, Instant now) {
    return records
        .run(
            """
            INSERT INTO parcel (id, link, class, made_by, made_at)
            SELECT $3, $1, $2, $4, $5 WHERE (SELECT count(*) FROM parcel WHERE link = $1 AND class = $2) < $6
            ON CONFLICT DO NOTHING""",
            link,
            classId,
            Id.random(),
            by,
            now.atOffset(ZoneOffset.UTC),
            Limits.PARCELS)
        .compose(
            made ->
                records.one(
                    "SELECT id FROM parcel WHERE link = $1 AND class = $2 AND sent_at IS NULL AND "
                        + BYTES
                        + " < $3",
                    row -> Records.id(row, "id"),
                    link,
                    classId,
                    Limits.PARCELS_BYTES));
  }

  /// Keep the words of a parcel that is being packed.
  public Future<Void> write(Id parcel, String words) {
    return records
        .run("UPDATE parcel SET words = $2 WHERE id = $1 AND sent_at IS NULL", parcel, words)
        .mapEmpty();
  }

  /// Put a sound into a parcel that is being packed, in the place of the one that was there.
  public Future<Void> put(Id parcel, Sound sound, String transcript) {
    return records
        .run(
            "UPDATE parcel SET sound = $2, sound_type = $3, transcript = $4 WHERE id = $1 AND sent_at IS NULL",
            parcel,
            sound.bytes(),
            sound.type(),
            transcript)
        .mapEmpty();
  }

  /// Take the sound out, whether it was sent or not.
  public Future<Void> silence(Id parcel) {
    return records
        .run(
            "UPDATE parcel SET sound = NULL, sound_type = '', transcript = '' WHERE id = $1",
            parcel)
        .mapEmpty();
  }

  /// The sound of one of a link's parcels.
  public Future<Optional<Sound>> sound(Id link, Id parcel) {
    return records.one(
        "SELECT sound, sound_type FROM parcel WHERE link = $1 AND id = $2 AND sound IS NOT NULL",
        row -> new Sound(row.getBuffer("sound"), row.getString("sound_type")),
        link,
        parcel);
  }

  /// Send what is packed; only where each of its pictures has been approved.
  ///
  /// @return whether it was sent now
  public Future<Boolean> send(Id parcel, Id by, Instant now) {
    return records
        .change(
            """
            UPDATE parcel SET sent_by = $2, sent_at = $3 WHERE id = $1 AND sent_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM picture WHERE parcel = $1 AND approved_at IS NULL)
            AND (words <> '' OR sound IS NOT NULL OR EXISTS (SELECT 1 FROM picture WHERE parcel = $1))""",
            parcel,
            by,
            now.atOffset(ZoneOffset.UTC))
        .map(done -> done == 1);
  }

  /// Take one back with all that is in it, for good.
  public Future<Void> takeBack(Id parcel) {
    return records.run("DELETE FROM parcel WHERE id = $1", parcel).mapEmpty();
  }

  private static Parcel read(Row row) {
    var sent = row.getOffsetDateTime("sent_at");
    return new Parcel(
        Records.id(row, "id"),
        Records.id(row, "link"),
        Records.id(row, "class"),
        row.getString("words"),
        row.getString("sound_type"),
        row.getString("transcript"),
        row.getOffsetDateTime("made_at").toInstant(),
        sent == null ? null : sent.toInstant(),
        row.getString("sender"),
        row.getInteger("pictures"));
  }
}
