package org.linkroom.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.records.Records;

/// The teachers' thread beside a link: what they write to each other, and that they spoke by phone.
public final class LinkThread {
  private static final String NOTE =
      """
      SELECT n.link, n.kind, n.body, p.name AS author, n.author AS author_id,
        coalesce(to_char(n.on_day, 'FMDD Mon'), to_char(n.at AT TIME ZONE 'Europe/London', 'FMDD Mon, HH24:MI')) AS at
      FROM (SELECT * FROM link_note n WHERE %s ORDER BY n.at DESC LIMIT %d) n JOIN person p ON p.id = n.author ORDER BY n.at DESC""";

  private final Records records;

  /// Make the store.
  public LinkThread(Records records) {
    this.records = records;
  }

  /// One entry. `kind` is message, phone or mail.
  public record Note(Id link, String kind, String body, String author, String at) {}

  /// A link's entries, the newest first.
  public Future<List<Note>> of(Id link) {
    return records.list(NOTE.formatted("n.link = $1", 100), LinkThread::read, link);
  }

  /// The newest of some links that others wrote in the last fortnight.
  public Future<List<Note>> newest(List<Id> links, Person me) {
    return records.list(
        NOTE.formatted(
            "n.link = ANY($1) AND n.author <> $2 AND n.at > now() - interval '14 days'", 5),
        LinkThread::read,
        links.stream().map(Id::text).toArray(String[]::new),
        me.id());
  }

  /// A new entry.
  public record New(Id id, Id link, String kind, String body) {}

  /// Add an entry; the same one twice stands once.
  public Future<Void> write(New note, Person author) {
    return write(note, author, null);
  }

  /// Add one of another day than today.
  ///
  /// @param day on which they spoke or wrote; nothing: now
  public Future<Void> write(New note, Person author, @Nullable LocalDate day) {
    return records
        .run(
            "INSERT INTO link_note (id, link, author, kind, body, on_day) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
            note.id(),
            note.link(),
            author.id(),
            note.kind(),
            note.body(),
            day)
        .mapEmpty();
  }

  private static Note read(Row row) {
    return new Note(
        Records.id(row, "link"),
        row.getString("kind"),
        row.getString("body"),
        row.getString("author"),
        row.getString("at"));
  }
}
