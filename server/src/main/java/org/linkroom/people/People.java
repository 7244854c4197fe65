package org.linkroom.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Adults in PostgreSQL, each with all roles in one statement.
public final class People {
  private static final String PERSON =
      """
      SELECT p.id, p.name, p.email, coalesce(json_agg(json_build_object('kind', r.kind, 'programme', r.programme,
          'school', r.school, 'class', r.class)) FILTER (WHERE r.kind IS NOT NULL), '[]')::json AS roles
      FROM person p LEFT JOIN role r ON r.person = p.id WHERE p.left_at IS NULL AND %s GROUP BY p.id""";

  private static final String NEAR =
      """
      p.id IN (
        SELECT r3.person FROM role mine
        JOIN school s3 ON s3.id = mine.school AND mine.kind = 'headteacher' OR s3.programme = mine.programme AND mine.kind = 'facilitator'
        LEFT JOIN school_class c3 ON c3.school = s3.id JOIN role r3 ON r3.school = s3.id OR r3.class = c3.id
        WHERE mine.person = $1)""";

  private static final String WITHIN =
      """
      NOT EXISTS (
        SELECT 1 FROM (
          SELECT r2.school, r2.class FROM role r2 WHERE r2.person = p.id
          UNION ALL SELECT NULL, led.id FROM school_class led WHERE led.lead = p.id) held
        LEFT JOIN school_class c ON c.id = held.class
        LEFT JOIN school s ON s.id = coalesce(held.school, c.school)
        WHERE NOT EXISTS (SELECT 1 FROM role mine WHERE mine.person = $1 AND (mine.kind = 'coordinator'
          OR (mine.kind = 'facilitator' AND mine.programme = s.programme)
          OR (mine.kind = 'headteacher' AND mine.school = s.id))))""";

  private final Records records;

  /// Make the store.
  public People(Records records) {
    this.records = records;
  }

  /// Find somebody by id.
  public Future<Optional<Person>> find(Id person) {
    return records.one(PERSON.formatted("p.id = $1"), People::read, person);
  }

  /// Find somebody by mail address, whatever its capitals.
  public Future<Optional<Person>> byEmail(String email) {
    return records.one(PERSON.formatted("p.email = lower($1)"), People::read, email);
  }

  /// How many are listed at once; for the others one types some letters.
  public static final int LISTED = 50;

  /// The adults whom somebody may help to sign in: everybody for a coordinator, those of a
  /// programme for its facilitator, those of a school for its head. Only whose every role and class
  /// is within that: a code lets its reader in as her, so a head's must not lead into another
  /// school, nor a facilitator's into another programme.
  ///
  /// @param letters some of the name or mail address; empty: any
  /// @return by name, one more than `LISTED` where there are more
  public Future<List<Person>> helpedBy(Person helper, String letters) {
    String some =
        """
        p.id IN (
          SELECT p.id FROM person p WHERE p.left_at IS NULL AND EXISTS (SELECT 1 FROM role r1 WHERE r1.person = p.id)
            AND ($2 = '' OR strpos(lower(p.name || ' ' || p.email), lower($2)) > 0) AND %s
          ORDER BY p.name, p.id LIMIT 51)"""
            .formatted(within(helper));
    return records.list(
        PERSON.formatted(some) + " ORDER BY p.name", People::read, helper.id(), letters);
  }

  /// One of those adults, by id.
  public Future<Optional<Person>> helped(Person helper, Id person) {
    return records.one(
        PERSON.formatted("p.id = $2 AND " + within(helper)) + " HAVING count(r.kind) > 0",
        People::read,
        helper.id(),
        person);
  }

  /// Whoever runs the network helps everybody; of the others' only those are looked at who have
  /// anything to do with them.
  private static String within(Person helper) {
    return helper.is(Role.Kind.COORDINATOR) ? "$1::text IS NOT NULL" : NEAR + " AND " + WITHIN;
  }

  /// Who holds a role of a kind for a school.
  public Future<Optional<Person>> ofSchool(Id school, Role.Kind kind) {
    return records.one(
        PERSON.formatted("p.id IN (SELECT person FROM role WHERE school = $1 AND kind = $2)"),
        People::read,
        school,
        kind.word());
  }

  /// Tell whether somebody may still be in a room as what her pass says: for a class only while she
  /// is an adult of it, or stands in by a cover pass that was not taken back; as a guest only while
  /// she is anybody here.
  ///
  /// @param person somebody who signs in, or the cover pass by which somebody stands in
  /// @param schoolClass the class that she came in for, or none for a guest
  public Future<Boolean> stays(Id person, @Nullable Id schoolClass) {
    return records
        .one(
            """
            SELECT 1 AS one FROM role r WHERE r.person = $1 AND ($2::text IS NULL OR r.class = $2)
            UNION ALL SELECT 1 FROM cover_pass v WHERE v.id = $1 AND v.class = $2 AND v.withdrawn_at IS NULL LIMIT 1""",
            row -> true,
            person,
            schoolClass)
        .map(Optional::isPresent);
  }

  private static Person read(Row row) {
    var roles = (JsonArray) row.getValue("roles");
    return new Person(
        Records.id(row, "id"),
        row.getString("name"),
        row.getString("email"),
        roles.stream().map(JsonObject.class::cast).map(People::role).toList());
  }

  private static Role role(JsonObject json) {
    return new Role(
        Role.Kind.of(json.getString("kind")),
        id(json.getString("programme")),
        id(json.getString("school")),
        id(json.getString("class")));
  }

  private static @Nullable Id id(@Nullable String text) {
    return text == null ? null : new Id(text);
  }
}
