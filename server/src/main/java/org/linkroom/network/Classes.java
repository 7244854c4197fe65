package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.people.Role;
import org.linkroom.records.Records;

/// Classes in PostgreSQL, with who leads them. The lead teacher always holds the role of a teacher
/// of her class; a class whose lead does not hold it has none at the moment.
public final class Classes {
  private static final String ROWS =
      """
      SELECT c.id, c.school, s.name AS school_name, s.programme, c.label, c.year_group, c.size, c.motto, c.year, c.lead,
        p.name AS lead_name, c.archived_at,
        EXISTS (SELECT 1 FROM role r WHERE r.class = c.id AND r.person = c.lead AND r.kind = 'teacher') AS led
      FROM school_class c JOIN school s ON s.id = c.school JOIN person p ON p.id = c.lead WHERE %s""";

  private final Records records;

  /// Make the store.
  public Classes(Records records) {
    this.records = records;
  }

  /// A class as its school keeps it.
  ///
  /// @param yearGroup 0: reception; -1: a partner's group
  /// @param year the calendar year in which its school year begins
  /// @param led false: its lead teacher has left, and nobody leads it
  public record Kept(
      Id id,
      Id school,
      String schoolName,
      Id programme,
      String label,
      int yearGroup,
      int size,
      String motto,
      int year,
      Id lead,
      String leadName,
      boolean led,
      boolean archived) {}

  /// What is on record of a class.
  public record Draft(String label, int yearGroup, int size, String motto, int year) {}

  /// Find one, archived or not.
  public Future<Optional<Kept>> find(Id schoolClass) {
    return records.one(ROWS.formatted("c.id = $1"), Classes::read, schoolClass);
  }

  /// A school's, the newest year first, archived ones last.
  public Future<List<Kept>> of(Id school) {
    return records.list(
        ROWS.formatted(
            "c.school = $1 ORDER BY c.archived_at IS NOT NULL, c.year DESC, c.year_group, c.label LIMIT 500"),
        Classes::read,
        school);
  }

  /// Those of a school that nobody leads and that are not archived.
  public Future<List<Kept>> unled(Id school) {
    return of(school).map(all -> all.stream().filter(c -> !c.led() && !c.archived()).toList());
  }

  /// Make one with its lead teacher. Made again with the same id it is there once.
  ///
  /// @return false where the school has a class of that name in that year
  public Future<Boolean> create(Id id, Id school, Draft draft, Id lead) {
    return records.inTransaction(
        all ->
            all.change(
                    """
                    INSERT INTO school_class (id, school, label, year_group, size, motto, year, lead)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING""",
                    id,
                    school,
                    draft.label(),
                    draft.yearGroup(),
                    draft.size(),
                    draft.motto(),
                    draft.year(),
                    lead)
                .compose(
                    made ->
                        made == 1
                            ? new Adults(all).give(lead, Role.Kind.TEACHER, id).map(true)
                            : new Classes(all).find(id).map(Optional::isPresent)));
  }

  /// Change one; who leads it stays.
  ///
  /// @return false where the school has another class of that name in that year
  public Future<Boolean> change(Id id, Draft draft) {
    return records
        .change(
            """
            UPDATE school_class c SET label = $2, year_group = $3, size = $4, motto = $5, year = $6
            WHERE c.id = $1 AND NOT EXISTS (SELECT 1 FROM school_class o
              WHERE o.school = c.school AND o.label = $2 AND o.year = $6 AND o.id <> $1)""",
            id,
            draft.label(),
            draft.yearGroup(),
            draft.size(),
            draft.motto(),
            draft.year())
        .map(changed -> changed == 1);
  }

  /// Give it another lead teacher: the one before is no longer an adult of the class. Its links and
  /// sessions stay. Who leads it already goes on.
  public Future<Void> lead(Id schoolClass, Id person) {
    return records.inTransaction(
        all ->
            all.run(
                    """
                    DELETE FROM role r USING school_class c
                    WHERE c.id = $1 AND r.class = c.id AND r.person = c.lead AND r.kind = 'teacher'""",
                    schoolClass)
                .compose(
                    gone ->
                        all.run(
                            "UPDATE school_class SET lead = $2 WHERE id = $1", schoolClass, person))
                .compose(done -> new Adults(all).give(person, Role.Kind.TEACHER, schoolClass))
                .mapEmpty());
  }

  /// Put it away: nothing of it is lost, its boards are let go and its adults are no longer of it.
  ///
  /// @return false where it is in a link that has not ended
  public Future<Boolean> archive(Id schoolClass) {
    return records.inTransaction(
        all ->
            all.change(
                    """
                    UPDATE school_class SET archived_at = now() WHERE id = $1 AND NOT EXISTS (
                      SELECT 1 FROM link_class lc JOIN link l ON l.id = lc.link
                      WHERE lc.class = $1 AND l.ended_at IS NULL)""",
                    schoolClass)
                .compose(
                    done ->
                        done == 0
                            ? Future.succeededFuture(false)
                            : away(all, schoolClass).map(true)));
  }

  private static Future<Void> away(Records all, Id schoolClass) {
    return all.run(
            "UPDATE board SET ended_at = now() WHERE class = $1 AND ended_at IS NULL", schoolClass)
        .compose(done -> all.run("DELETE FROM role WHERE class = $1", schoolClass))
        .mapEmpty();
  }

  /// Bring it back, with its lead teacher if she has not left.
  public Future<Void> restore(Id schoolClass) {
    return records.inTransaction(
        all ->
            all.run("UPDATE school_class SET archived_at = NULL WHERE id = $1", schoolClass)
                .compose(
                    done ->
                        all.run(
                            """
                            INSERT INTO role (person, kind, class) SELECT c.lead, 'teacher', c.id
                            FROM school_class c JOIN person p ON p.id = c.lead AND p.left_at IS NULL
                            WHERE c.id = $1 ON CONFLICT DO NOTHING""",
                            schoolClass))
                .mapEmpty());
  }

  private static Kept read(Row row) {
    return new Kept(
        Records.id(row, "id"),
        Records.id(row, "school"),
        row.getString("school_name"),
        Records.id(row, "programme"),
        row.getString("label"),
        row.getInteger("year_group"),
        row.getInteger("size"),
        row.getString("motto"),
        row.getInteger("year"),
        Records.id(row, "lead"),
        row.getString("lead_name"),
        row.getBoolean("led"),
        row.getOffsetDateTime("archived_at") != null);
  }
}
