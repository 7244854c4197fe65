package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Role;
import org.linkroom.records.Records;

/// Who holds which role, how one comes to it and how access ends. Whether somebody may do it, her
/// page asks first.
public final class Adults {
  /// The roles `r` that are held at a school $1 or for one of its classes.
  static final String AT_SCHOOL =
      "(r.school = $1 OR r.class = ANY(ARRAY(SELECT c.id FROM school_class c WHERE c.school = $1)))";

  private static final String HELD =
      """
      SELECT p.id, p.name, p.email, p.phone, r.kind, r.class, c.label, r.since,
        (c.lead = p.id AND r.kind = 'teacher') AS leads,
        cardinality(s.domains) > 0
          AND NOT EXISTS (SELECT 1 FROM unnest(s.domains) d
            WHERE split_part(p.email, '@', 2) = d OR split_part(p.email, '@', 2) LIKE '%%.' || d)
          AND NOT EXISTS (SELECT 1 FROM outside_adult o WHERE o.school = s.id AND o.person = p.id) AS waits
      FROM role r JOIN person p ON p.id = r.person AND p.left_at IS NULL
        LEFT JOIN school_class c ON c.id = r.class LEFT JOIN school s ON s.id = coalesce(r.school, c.school)
      WHERE %s
      ORDER BY array_position(ARRAY['coordinator', 'facilitator', 'headteacher', 'safeguarding', 'office', 'teacher', 'cover', 'assistant'], r.kind),
        p.name, c.label LIMIT 1000""";

  private final Records records;

  /// Make the store.
  public Adults(Records records) {
    this.records = records;
  }

  /// A role and who holds it.
  ///
  /// @param label the class's, for a role of a class; else nothing
  /// @param leads whether she is the class's lead teacher
  /// @param waits whether her address is not of the school, and its head has not said yet that he
  ///     knows her
  public record Held(
      Id person,
      String name,
      String email,
      String phone,
      Role.Kind kind,
      @Nullable Id schoolClass,
      String label,
      boolean leads,
      boolean waits) {}

  /// The roles at a school and of its classes.
  public Future<List<Held>> ofSchool(Id school) {
    return records.list(HELD.formatted(AT_SCHOOL), Adults::read, school);
  }

  /// The roles of a class.
  public Future<List<Held>> ofClass(Id schoolClass) {
    return records.list(HELD.formatted("r.class = $1"), Adults::read, schoolClass);
  }

  /// The team of a programme.
  public Future<List<Held>> ofProgramme(Id programme) {
    return records.list(HELD.formatted("r.programme = $1"), Adults::read, programme);
  }

  /// Those who look after the whole network.
  public Future<List<Held>> ofNetwork() {
    return records.list(HELD.formatted("r.kind = 'coordinator'"), Adults::read);
  }

  /// Somebody by her address: as she is known here, or new. Who had left is back, with no role yet.
  ///
  /// @param email in small letters
  public Future<Id> known(String name, String email) {
    return records
        .one(
            """
            INSERT INTO person AS p (id, name, email) VALUES ($1, $2, $3)
            ON CONFLICT (email) DO UPDATE
            SET left_at = NULL, name = CASE WHEN p.left_at IS NULL THEN p.name ELSE $2 END
            RETURNING p.id""",
            row -> Records.id(row, "id"),
            Id.random(),
            name,
            email)
        .map(Optional::orElseThrow);
  }

  /// Give a role; a second time nothing changes.
  ///
  /// @param of the programme, school or class that it is held for, as its kind says; null for a
  ///     coordinator's
  /// @return whether she did not hold it before
  public Future<Boolean> give(Id person, Role.Kind kind, @Nullable Id of) {
    return records
        .change(
            "INSERT INTO role (person, kind, programme, school, class) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            person,
            kind.word(),
            of(kind, "programme", of),
            of(kind, "school", of),
            of(kind, "class", of))
        .map(made -> made == 1);
  }

  /// Take a role away; one that is not held changes nothing.
  ///
  /// @return whether she held it
  public Future<Boolean> take(Id person, Role.Kind kind, @Nullable Id of) {
    return records
        .change(
            """
            DELETE FROM role WHERE person = $1 AND kind = $2 AND programme IS NOT DISTINCT FROM $3
            AND school IS NOT DISTINCT FROM $4 AND class IS NOT DISTINCT FROM $5""",
            person,
            kind.word(),
            of(kind, "programme", of),
            of(kind, "school", of),
            of(kind, "class", of))
        .map(gone -> gone > 0);
  }

  private static @Nullable Id of(Role.Kind kind, String column, @Nullable Id of) {
    String its =
        switch (kind) {
          case COORDINATOR -> "";
          case FACILITATOR -> "programme";
          case HEADTEACHER, OFFICE, SAFEGUARDING -> "school";
          case TEACHER, COVER, ASSISTANT -> "class";
        };
    return its.equals(column) ? of : null;
  }

  /// Tell whether somebody's address is of none of some schools where she has a role, with no yes
  /// of its head: until then she comes into no session there.
  public Future<Boolean> waits(Id person, List<Id> schools) {
    return records
        .list(
            HELD.formatted("r.person = $1 AND s.id = ANY($2::text[])"),
            Adults::read,
            person,
            schools.stream().map(Id::text).toArray(String[]::new))
        .map(held -> held.stream().anyMatch(Held::waits));
  }

  /// The head knows somebody whose address is from outside; a second time nothing changes.
  public Future<Void> confirm(Id school, Id person, Id by, Instant now) {
    return records
        .run(
            "INSERT INTO outside_adult VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            school,
            person,
            now.atOffset(ZoneOffset.UTC),
            by)
        .mapEmpty();
  }

  /// End somebody's access at a school at once: every role there and of its classes, and every
  /// sign-in wherever it is. Who holds no role any more has left. What else ends with it is part of
  /// the same change.
  ///
  /// @param also what else ends, given the change's own records
  public Future<Void> end(Id school, Id person, Function<Records, Future<Void>> also) {
    return records.inTransaction(
        all ->
            also.apply(all)
                .compose(
                    done ->
                        all.run(
                            "DELETE FROM role r WHERE r.person = $2 AND " + AT_SCHOOL,
                            school,
                            person))
                .compose(
                    gone ->
                        all.run(
                            "DELETE FROM outside_adult WHERE school = $1 AND person = $2",
                            school,
                            person))
                .compose(gone -> gone(all, List.of(person))));
  }

  /// End all roles that a condition on `r` says, of whoever holds them.
  static Future<Void> endAll(Records all, String which, Id of) {
    return all.list(
            "DELETE FROM role r WHERE " + which + " RETURNING r.person",
            row -> Records.id(row, "person"),
            of)
        .compose(people -> gone(all, people));
  }

  /// Whoever of these holds no role any more has left; all are signed out, and what was mailed to
  /// them or read out lets nobody in.
  private static Future<Void> gone(Records all, List<Id> people) {
    String[] ids = people.stream().map(Id::text).distinct().toArray(String[]::new);
    return all.run(
            """
            UPDATE person SET left_at = now() WHERE id = ANY($1::text[]) AND left_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM role r WHERE r.person = person.id)""",
            (Object) ids)
        .compose(
            done -> all.run("DELETE FROM sign_in WHERE person = ANY($1::text[])", (Object) ids))
        .compose(
            done ->
                all.run(
                    "UPDATE sign_in_mail SET used_at = now() WHERE person = ANY($1::text[]) AND used_at IS NULL",
                    (Object) ids))
        .compose(
            done ->
                all.run(
                    "UPDATE spoken_code SET used_at = now() WHERE person = ANY($1::text[]) AND used_at IS NULL",
                    (Object) ids))
        .mapEmpty();
  }

  private static Held read(Row row) {
    String label = row.getString("label");
    Boolean leads = row.getBoolean("leads");
    Boolean waits = row.getBoolean("waits");
    return new Held(
        Records.id(row, "id"),
        row.getString("name"),
        row.getString("email"),
        row.getString("phone"),
        Role.Kind.of(row.getString("kind")),
        Records.idOrNone(row, "class"),
        label == null ? "" : label,
        Boolean.TRUE.equals(leads),
        Boolean.TRUE.equals(waits));
  }
}
