package org.linkroom.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.records.Records;

/// Concerns, each for one reader. A mail says only that there is one; its text is read here, after
/// signing in, or by the governors with the link that their mail holds.
public final class Concerns {
  private static final String READER =
      """
      SELECT id, email FROM (
        SELECT p.id, p.email, array_position($2::text[], r.kind) AS place
        FROM role r JOIN person p ON p.id = r.person
        WHERE r.school = $1 AND r.kind = ANY($2::text[]) AND p.left_at IS NULL AND p.id IS DISTINCT FROM $3
        UNION ALL SELECT NULL, governors_email, 99 FROM school WHERE id = $1) readers
      ORDER BY place, id LIMIT 1""";

  private static final String TAKE_OVER =
      """
      UPDATE concern c SET reader = $1, reader_email = $2
      WHERE c.about = $3 AND c.read_at IS NULL
        AND c.reader IN (SELECT id FROM person WHERE left_at IS NOT NULL)
        AND c.school IN (SELECT school FROM role WHERE person = $1 AND kind = ANY($4::text[]))""";

  /// What a concern may be about.
  public static final List<String> ABOUT = List.of("child", "adult", "head", "other");

  private final Records records;

  /// Make the store.
  public Concerns(Records records) {
    this.records = records;
  }

  /// What somebody raises.
  ///
  /// @param session during which session, or nothing
  public record Raised(
      Id id, Id school, String about, String body, String contact, @Nullable Id session) {}

  /// Who will read it.
  ///
  /// @param person somebody who signs in, or nobody where only an address is known
  public record Reader(@Nullable Id person, String email) {}

  /// Say who reads a concern: about a child or anything else the safeguarding lead, about an adult
  /// the head, about the head the governors. Where there is nobody of that role, or she raises it
  /// herself, the next in the order reads it, and the governors in the end: a concern is never
  /// refused. It never goes to somebody who is named: a lead's name would be in one about an adult,
  /// which goes past her. Empty only if there is no such school.
  ///
  /// @param raiser who is signed in; null for anybody else
  public Future<Optional<Reader>> reader(Id school, String about, @Nullable Id raiser) {
    return records.one(
        READER,
        row -> new Reader(Records.idOrNone(row, "id"), row.getString("email")),
        school,
        order(about).stream().map(Role.Kind::word).toArray(String[]::new),
        raiser);
  }

  /// The roles that may read a concern about somebody, the first first; the governors stand behind
  /// them all.
  static List<Role.Kind> order(String about) {
    return switch (about) {
      case "head" -> List.of();
      case "adult" -> List.of(Role.Kind.HEADTEACHER);
      default -> List.of(Role.Kind.SAFEGUARDING, Role.Kind.HEADTEACHER);
    };
  }

  /// Keep it for its reader. False: this very concern has been kept before.
  ///
  /// @param token the hash under which a reader without an account opens it; empty for others
  public Future<Boolean> keep(Raised raised, Reader reader, String token) {
    return records
        .change(
            "INSERT INTO concern (id, school, about, body, contact, session, reader, reader_email, token) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) ON CONFLICT (id) DO NOTHING",
            raised.id(),
            raised.school(),
            raised.about(),
            raised.body(),
            raised.contact(),
            raised.session(),
            reader.person(),
            reader.email(),
            token.isEmpty() ? null : token)
        .map(rows -> rows == 1);
  }

  /// A concern as its reader sees it.
  ///
  /// @param lado how the local authority's designated officer is reached, as the programme says
  /// @param handedAt when its reader said that she took it on, or nothing
  /// @param handedNote where it went, in the reader's words
  public record Concern(
      Id id,
      String at,
      String school,
      String about,
      String body,
      String contact,
      String lado,
      String handedAt,
      String handedNote) {
    /// Tell whether it is about an adult: then the local authority may have to be told (Keeping
    /// children safe in education, part four).
    public boolean ofAdult() {
      return about.equals("adult") || about.equals("head");
    }
  }

  private static final String READ =
      """
      SELECT c.id, to_char(c.at AT TIME ZONE 'Europe/London', 'DD.MM.YYYY HH24:MI') AS at, s.name AS school, c.about, c.body,
        c.contact, p.lado, coalesce(to_char(c.handed_at AT TIME ZONE 'Europe/London', 'DD.MM.YYYY HH24:MI'), '') AS handed_at, c.handed_note
      FROM concern c JOIN school s ON s.id = c.school JOIN programme p ON p.id = s.programme WHERE %s""";

  /// Those for somebody, the unread first and of each the newest; with those that nobody has read
  /// since their reader left. What is answered here is read from now on, and nothing else.
  public Future<List<Concern>> of(Person reader) {
    return Future.all(ABOUT.stream().map(about -> takeOver(reader, about)).toList())
        .compose(
            taken ->
                records.list(
                    READ.formatted(
                        "c.reader = $1 AND c.erased_at IS NULL ORDER BY c.read_at IS NOT NULL, c.at DESC LIMIT 200"),
                    Concerns::read,
                    reader.id()))
        .compose(
            all ->
                records
                    .run(
                        "UPDATE concern SET read_at = now() WHERE id = ANY($1::text[]) AND read_at IS NULL",
                        (Object) all.stream().map(c -> c.id().text()).toArray(String[]::new))
                    .map(all));
  }

  private Future<?> takeOver(Person reader, String about) {
    return records.run(
        TAKE_OVER,
        reader.id(),
        reader.email(),
        about,
        order(about).stream().map(Role.Kind::word).toArray(String[]::new));
  }

  /// Tell whether a mailed link leads to a concern; nothing is read by that.
  public Future<Boolean> leads(String hash) {
    return records
        .one("SELECT 1 AS one FROM concern WHERE token = $1", row -> true, hash)
        .map(Optional::isPresent);
  }

  /// The one that a mailed link opens; it is read from now on.
  public Future<Optional<Concern>> byToken(String hash) {
    return records
        .run("UPDATE concern SET read_at = now() WHERE token = $1 AND read_at IS NULL", hash)
        .compose(read -> records.one(READ.formatted("c.token = $1"), Concerns::read, hash));
  }

  /// Its reader has taken it on; the newest word holds.
  ///
  /// @param which by the id of its reader, or by the hash of a mailed link
  /// @param note where it went, never what it says
  /// @return whether there is such a concern, read before
  public Future<Boolean> handed(Which which, String note) {
    var changed =
        switch (which) {
          case Which.Of of ->
              records.change(HANDED + "id = $2 AND reader = $3", note, of.concern(), of.reader());
          case Which.By by -> records.change(HANDED + "token = $2", note, by.hash());
        };
    return changed.map(rows -> rows == 1);
  }

  private static final String HANDED =
      "UPDATE concern SET handed_at = now(), handed_note = $1 WHERE erased_at IS NULL AND read_at IS NOT NULL AND ";

  /// Which concern somebody speaks of, and by what right.
  public sealed interface Which {
    /// One that its reader reads after signing in.
    record Of(Id concern, Id reader) implements Which {}

    /// One that a mailed link leads to.
    record By(String hash) implements Which {}
  }

  /// That there was one, for those who run a programme: never what it is about, nor its words.
  ///
  /// @param state unread, read or handed
  public record Pointer(String at, String school, String phone, String state) {}

  /// Those of a programme's schools, the newest first, 200 at most.
  public Future<List<Pointer>> ofProgramme(Id programme) {
    return records.list(
        """
        SELECT to_char(c.at AT TIME ZONE 'Europe/London', 'DD.MM.YYYY HH24:MI') AS at, s.name AS school, s.phone,
          CASE WHEN c.handed_at IS NOT NULL THEN 'handed' WHEN c.read_at IS NOT NULL THEN 'read' ELSE 'unread' END AS state
        FROM concern c JOIN school s ON s.id = c.school
        WHERE c.school = ANY(ARRAY(SELECT o.id FROM school o WHERE o.programme = $1)) ORDER BY c.at DESC LIMIT 200""",
        row ->
            new Pointer(
                row.getString("at"),
                row.getString("school"),
                row.getString("phone"),
                row.getString("state")),
        programme);
  }

  /// Those who look after a school's programme: they are told that there is one, and no more.
  public Future<List<String>> facilitators(Id school) {
    return records.list(
        """
        SELECT p.email FROM school s JOIN role r ON r.programme = s.programme AND r.kind = 'facilitator'
        JOIN person p ON p.id = r.person AND p.left_at IS NULL WHERE s.id = $1""",
        row -> row.getString("email"),
        school);
  }

  private static Concern read(Row row) {
    return new Concern(
        Records.id(row, "id"),
        row.getString("at"),
        row.getString("school"),
        row.getString("about"),
        row.getString("body"),
        row.getString("contact"),
        row.getString("lado"),
        row.getString("handed_at"),
        row.getString("handed_note"));
  }
}
