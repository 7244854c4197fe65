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

  /// The adults whom somebody may help to sign in: everybody for a coordinator, those of a
  /// programme for its facilitator, those of a school for its head. Only whose every role and class
  /// is within that: a code lets its reader in as her, so a head's must not lead into another
  /// school, nor a facilitator's into another programme.
  public Future<List<Person>> helpedBy(Person helper) {
    return records.list(
        PERSON.formatted(WITHIN) + " HAVING count(r.kind) > 0 ORDER BY p.name",
        People::read,
        helper.id());
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
  /// is an adult of it, as a guest only while she is anybody here.
  ///
  /// @param schoolClass the class that she came in for, or none for a guest
  public Future<Boolean> stays(Id person, @Nullable Id schoolClass) {
    return records
        .one(
            "SELECT 1 AS one FROM role r WHERE r.person = $1 AND ($2::text IS NULL OR r.class = $2) LIMIT 1",
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
