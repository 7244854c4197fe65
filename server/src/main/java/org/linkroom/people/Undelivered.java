package org.linkroom.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Mails that did not arrive: to whom, about what kind of thing and why, never what they say.
public final class Undelivered {
  private static final String WHERE =
      """
      m.gave_up_at IS NOT NULL AND m.sent_at IS NULL AND ($1::text IS NULL OR m.email IN (
        SELECT p.email FROM role r JOIN person p ON p.id = r.person
          WHERE r.school = ANY(ARRAY(SELECT s.id FROM school s WHERE s.programme = $1))
        UNION SELECT p.email FROM role r JOIN person p ON p.id = r.person
          WHERE r.class = ANY(ARRAY(SELECT c.id FROM school s JOIN school_class c ON c.school = s.id WHERE s.programme = $1))
        UNION SELECT p.email FROM role r JOIN person p ON p.id = r.person WHERE r.programme = $1
        UNION SELECT s.governors_email FROM school s WHERE s.programme = $1))""";

  private final Records records;

  /// Make the store.
  public Undelivered(Records records) {
    this.records = records;
  }

  /// A mail.
  ///
  /// @param name whose address it is; empty where we do not know
  /// @param kind what it was about, as a word
  /// @param fault why it did not go out, as a word
  /// @param again whether it can be tried again: its text is still good for something
  public record Row(
      Id id, String name, String email, String kind, String fault, Instant at, boolean again) {}

  /// The newest, 200 at most.
  ///
  /// @param programme whose adults' mails; null: the whole network's
  public Future<List<Row>> of(@Nullable Id programme, Instant now) {
    return records.list(
        """
        SELECT m.id, coalesce(p.name, '') AS name, m.email, m.kind, coalesce(m.fault, 'other') AS fault, m.gave_up_at,
          m.body <> '' AND m.until > $2 AS again
        FROM mail m LEFT JOIN person p ON p.email = m.email WHERE %s ORDER BY m.gave_up_at DESC LIMIT 200"""
            .formatted(WHERE),
        row ->
            new Row(
                Records.id(row, "id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("kind"),
                row.getString("fault"),
                row.getOffsetDateTime("gave_up_at").toInstant(),
                row.getBoolean("again")),
        programme,
        utc(now));
  }

  /// Try one again from now on. False: it is another's, or there is no use in it any more.
  public Future<Boolean> again(Id mail, @Nullable Id programme, Instant now) {
    return records
        .change(
            "UPDATE mail m SET gave_up_at = NULL, fault = NULL, tries = 0, made_at = $2, next_at = $2 WHERE m.id = $3 AND m.body <> '' AND m.until > $2 AND "
                + WHERE,
            programme,
            utc(now),
            mail)
        .map(changed -> changed == 1);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
