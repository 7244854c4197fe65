package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.records.Records;

/// The noticeboard of a programme's teachers, in PostgreSQL: what they share and ask, and answers
/// beneath. Who reads it is an adult of a class of one of its schools, or runs the programme.
public final class Noticeboard {
  /// Posts of one page, without their answers.
  public static final int PAGE = 30;

  /// What one adult may put up in a day.
  static final int MOST_A_DAY = 30;

  private static final String ROWS =
      """
      SELECT n.id, n.parent, n.kind, n.author, p.name, coalesce(s.name, '') AS school, n.body, n.at
      FROM notice_post n JOIN person p ON p.id = n.author LEFT JOIN school s ON s.id = n.school WHERE %s""";

  private static final String OPEN =
      """
      SELECT p.id, p.name, (SELECT count(*) FROM notice_post n WHERE n.programme = p.id AND n.author <> $1 AND n.at > coalesce(
        (SELECT b.at FROM notice_seen b WHERE b.person = $1 AND b.programme = p.id), '-infinity')) AS fresh
      FROM programme p WHERE p.archived_at IS NULL AND p.id IN (
        SELECT s.programme FROM role r JOIN school_class c ON c.id = r.class JOIN school s ON s.id = c.school
        WHERE r.person = $1 AND r.kind IN ('teacher', 'assistant')
        UNION SELECT r.programme FROM role r WHERE r.person = $1 AND r.kind = 'facilitator')
      ORDER BY p.name""";

  private static final String SCHOOL =
      """
      SELECT s.id FROM role r JOIN school_class c ON c.id = r.class JOIN school s ON s.id = c.school
      WHERE r.person = $1 AND r.kind IN ('teacher', 'assistant') AND s.programme = $2 ORDER BY s.name LIMIT 1""";

  private final Records records;

  /// Make the store.
  public Noticeboard(Records records) {
    this.records = records;
  }

  /// One post, or an answer to one.
  ///
  /// @param kind practice, advice or answer
  /// @param school whose teacher the author was; empty: of the programme's team
  public record Post(
      Id id,
      @Nullable Id parent,
      String kind,
      Id author,
      String name,
      String school,
      String body,
      Instant at) {}

  /// A programme's board, and how much of it somebody has not seen.
  public record Board(Id programme, String name, long fresh) {}

  /// What somebody puts up.
  ///
  /// @param parent what it answers, or nothing
  public record Draft(Id id, Id programme, @Nullable Id parent, String kind, String body) {}

  /// The boards that somebody reads as a teacher, an assistant or a facilitator.
  public Future<List<Board>> of(Id person) {
    return records.list(
        OPEN,
        row -> new Board(Records.id(row, "id"), row.getString("name"), row.getLong("fresh")),
        person);
  }

  /// The school for which somebody reads a programme's board; empty: for none.
  public Future<Optional<Id>> school(Person person, Id programme) {
    boolean teaches = person.is(Role.Kind.TEACHER) || person.is(Role.Kind.ASSISTANT);
    return teaches
        ? records.one(SCHOOL, row -> Records.id(row, "id"), person.id(), programme)
        : Future.succeededFuture(Optional.empty());
  }

  /// Posts before a moment, the newest first, and one more where there is a page after it.
  public Future<List<Post>> posts(Id programme, Instant before) {
    return records.list(
        ROWS.formatted(
            "n.programme = $1 AND n.parent IS NULL AND n.at < $2 ORDER BY n.at DESC, n.id LIMIT "
                + (PAGE + 1)),
        Noticeboard::read,
        programme,
        before.atOffset(ZoneOffset.UTC));
  }

  /// The answers to some posts, the oldest first, 500 at most.
  public Future<List<Post>> answers(List<Id> posts) {
    return records.list(
        ROWS.formatted("n.parent = ANY($1) ORDER BY n.at, n.id LIMIT 500"),
        Noticeboard::read,
        (Object) posts.stream().map(Id::text).toArray(String[]::new));
  }

  /// Find one of a programme.
  public Future<Optional<Post>> find(Id programme, Id post) {
    return records.one(
        ROWS.formatted("n.id = $2 AND n.programme = $1"), Noticeboard::read, programme, post);
  }

  /// Put one up; the same one twice stands once.
  ///
  /// @param school for which she writes, or nothing
  /// @return false where she has put up too many today
  public Future<Boolean> put(Draft draft, Id author, @Nullable Id school, Instant now) {
    return records
        .change(
            """
            INSERT INTO notice_post (id, programme, parent, kind, author, school, body, at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8::timestamptz
            WHERE (SELECT count(*) FROM notice_post WHERE author = $5 AND at > $8::timestamptz - interval '1 day') < $9
            ON CONFLICT DO NOTHING""",
            draft.id(),
            draft.programme(),
            draft.parent(),
            draft.kind(),
            author,
            school,
            draft.body(),
            now.atOffset(ZoneOffset.UTC),
            MOST_A_DAY)
        .compose(
            made ->
                made == 1
                    ? Future.succeededFuture(true)
                    : find(draft.programme(), draft.id()).map(Optional::isPresent));
  }

  /// Take one down, and its answers with it.
  public Future<Void> takeDown(Id programme, Id post) {
    return records
        .run("DELETE FROM notice_post WHERE id = $2 AND programme = $1", programme, post)
        .mapEmpty();
  }

  /// Somebody looks now. Answers when she last did, if ever.
  public Future<Optional<Instant>> looks(Id person, Id programme, Instant now) {
    return records
        .one(
            "SELECT at FROM notice_seen WHERE person = $1 AND programme = $2",
            row -> row.getOffsetDateTime("at").toInstant(),
            person,
            programme)
        .compose(
            last ->
                records
                    .run(
                        "INSERT INTO notice_seen (person, programme, at) VALUES ($1, $2, $3) ON CONFLICT (person, programme) DO UPDATE SET at = $3",
                        person,
                        programme,
                        now.atOffset(ZoneOffset.UTC))
                    .map(last));
  }

  private static Post read(Row row) {
    return new Post(
        Records.id(row, "id"),
        Records.idOrNone(row, "parent"),
        row.getString("kind"),
        Records.id(row, "author"),
        row.getString("name"),
        row.getString("school"),
        row.getString("body"),
        row.getOffsetDateTime("at").toInstant());
  }
}
