package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// What the heads have said to a link that is being arranged, in PostgreSQL.
public final class Brokerage {
  private final Records records;

  /// Make the store.
  public Brokerage(Records records) {
    this.records = records;
  }

  /// What one school has said.
  ///
  /// @param answer asked, yes or other: a wish for another partner
  /// @param why with a wish for another, what speaks against this one
  /// @param by who said it
  public record Said(
      Id school,
      String schoolName,
      String phase,
      String answer,
      String priorities,
      String why,
      String by,
      boolean phone,
      @Nullable Instant at) {}

  /// What all schools of a link have said, by name.
  public Future<List<Said>> of(Id link) {
    return records.list(
        """
        SELECT y.school, s.name, s.phase, y.answer, y.priorities, y.why, y.said_by, y.by_phone, y.at
        FROM link_yes y JOIN school s ON s.id = y.school WHERE y.link = $1 ORDER BY s.name""",
        Brokerage::said,
        link);
  }

  /// An answer.
  ///
  /// @param answer yes or other
  /// @param phone whether the facilitator writes down what was said to her
  public record Answer(
      String answer, String priorities, String why, String by, boolean phone, Id person) {}

  /// Keep an answer; a later one takes its place. False: the link is not being arranged any more,
  /// or not with this school.
  public Future<Boolean> say(Id link, Id school, Answer said, Instant now) {
    return records
        .change(
            """
            UPDATE link_yes SET answer = $3, priorities = $4, why = $5, said_by = $6, by_phone = $7, by_person = $8, at = $9
            WHERE link = $1 AND school = $2 AND EXISTS (SELECT 1 FROM link WHERE id = $1 AND state = 'brokered')""",
            link,
            school,
            said.answer(),
            said.priorities(),
            said.why(),
            said.by(),
            said.phone(),
            said.person(),
            Linking.utc(now))
        .map(changed -> changed == 1);
  }

  /// The links of some schools that are being arranged and wait for their answer.
  public Future<List<Id>> waitingFor(List<Id> schools) {
    return records.list(
        "SELECT y.link FROM link_yes y JOIN link l ON l.id = y.link AND l.state = 'brokered' WHERE y.school = ANY($1) AND y.answer = 'asked' LIMIT 50",
        row -> Records.id(row, "link"),
        (Object) schools.stream().map(Id::text).toArray(String[]::new));
  }

  private static Said said(Row row) {
    return new Said(
        Records.id(row, "school"),
        row.getString("name"),
        row.getString("phase"),
        row.getString("answer"),
        row.getString("priorities"),
        row.getString("why"),
        row.getString("said_by"),
        row.getBoolean("by_phone"),
        Linking.instant(row, "at"));
  }
}
