package org.linkroom.network;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// What a link's year has besides its sessions, in PostgreSQL: plain lines of a timeline.
public final class LinkItems {
  /// The kinds, in the order of the year.
  public static final List<String> KINDS =
      List.of("training-1", "exchange", "venue", "training-2", "visit", "celebration");

  private static final int MOST = 200;

  private final Records records;

  /// Make the store.
  public LinkItems(Records records) {
    this.records = records;
  }

  /// One to add.
  ///
  /// @param of the class whose teacher was at a training; none for anything else
  /// @param host who hosts, or where it is; may be empty
  public record Draft(String kind, @Nullable Id of, LocalDate day, String host, String note) {}

  /// One on record.
  ///
  /// @param label the class whose teacher was at a training, or empty
  public record Item(Id id, String kind, String label, LocalDate day, String host, String note) {}

  /// All of a link, by day.
  public Future<List<Item>> of(Id link) {
    return records.list(
        """
        SELECT i.id, i.kind, coalesce(c.label, '') AS label, i.on_day, i.host, i.note
        FROM link_item i LEFT JOIN school_class c ON c.id = i.class WHERE i.link = $1
        ORDER BY i.on_day, i.id LIMIT 200""",
        row ->
            new Item(
                Records.id(row, "id"),
                row.getString("kind"),
                row.getString("label"),
                row.getLocalDate("on_day"),
                row.getString("host"),
                row.getString("note")),
        link);
  }

  /// Add one; the same id twice adds it once, and a teacher was at a training once. A link has at
  /// most 200.
  public Future<Void> add(Id id, Id link, Draft item, Id by) {
    return records
        .run(
            """
            INSERT INTO link_item (id, link, kind, class, on_day, host, note, added_by)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8
            WHERE (SELECT count(*) FROM link_item WHERE link = $2) < $9 ON CONFLICT DO NOTHING""",
            id,
            link,
            item.kind(),
            item.of(),
            item.day(),
            item.host(),
            item.note(),
            by,
            MOST)
        .mapEmpty();
  }

  /// Take one away.
  public Future<Void> remove(Id link, Id item) {
    return records.run("DELETE FROM link_item WHERE link = $1 AND id = $2", link, item).mapEmpty();
  }
}
