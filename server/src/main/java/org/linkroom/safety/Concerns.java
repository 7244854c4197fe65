package org.linkroom.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.records.Records;

/// Concerns, each for one reader. A mail says only that there is one; its text is read here, after
/// signing in, or by the governors with the link that their mail holds.
public final class Concerns {
  private final Records records;

  /// Make the store.
  public Concerns(Records records) {
    this.records = records;
  }

  /// What somebody raises.
  public record Raised(Id school, String about, String body, String contact, String session) {}

  /// Who will read it.
  ///
  /// @param person somebody who signs in, or nobody where only an address is known
  public record Reader(@Nullable Id person, String email) {}

  /// Say who reads a concern: about a child or anything else the safeguarding lead, about an adult
  /// the head, about the head the governors. Never somebody who is named: a lead's concern about
  /// herself would be about an adult, and goes to the head.
  public Future<Optional<Reader>> reader(Id school, String about) {
    if (about.equals("head")) {
      return records.one(
          "SELECT governors_email AS email FROM school WHERE id = $1",
          row -> new Reader(null, row.getString("email")),
          school);
    }
    return records.one(
        "SELECT p.id, p.email FROM role r JOIN person p ON p.id = r.person WHERE r.school = $1 AND r.kind = $2 AND p.left_at IS NULL ORDER BY p.id",
        row -> new Reader(Records.id(row, "id"), row.getString("email")),
        school,
        about.equals("adult") ? "headteacher" : "safeguarding");
  }

  /// Keep it for its reader.
  ///
  /// @param token the hash under which a reader without an account opens it; empty for others
  public Future<Id> keep(Raised raised, Reader reader, String token) {
    var id = Id.random();
    return records
        .run(
            "INSERT INTO concern (id, school, about, body, contact, session, reader, reader_email, token) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)",
            id,
            raised.school(),
            raised.about(),
            raised.body(),
            raised.contact(),
            raised.session().isEmpty() ? null : raised.session(),
            reader.person(),
            reader.email(),
            token.isEmpty() ? null : token)
        .map(done -> id);
  }

  /// A concern as its reader sees it.
  public record Concern(
      Id id, String at, String school, String about, String body, String contact) {}

  private static final String READ =
      "SELECT c.id, to_char(c.at AT TIME ZONE 'Europe/London', 'DD.MM.YYYY HH24:MI') AS at, s.name AS school, c.about, c.body, c.contact FROM concern c JOIN school s ON s.id = c.school WHERE ";

  /// Those for somebody, the newest first.
  public Future<List<Concern>> of(Person reader) {
    return records
        .list(READ + "c.reader = $1 ORDER BY c.at DESC LIMIT 200", Concerns::read, reader.id())
        .compose(
            all ->
                records
                    .run(
                        "UPDATE concern SET read_at = now() WHERE reader = $1 AND read_at IS NULL",
                        reader.id())
                    .map(done -> all));
  }

  /// The one that a mailed link opens.
  public Future<Optional<Concern>> byToken(String hash) {
    return records.one(READ + "c.token = $1", Concerns::read, hash);
  }

  private static Concern read(Row row) {
    return new Concern(
        Records.id(row, "id"),
        row.getString("at"),
        row.getString("school"),
        row.getString("about"),
        row.getString("body"),
        row.getString("contact"));
  }
}
