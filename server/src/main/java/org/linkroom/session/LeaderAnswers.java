package org.linkroom.session;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.records.Records;

/// A senior leader's yes to a session: given once with the year's agreement, or to each, as her
/// school has chosen. An answer is to one time; a session that moves is asked about anew.
public final class LeaderAnswers {
  private final Records records;

  /// Make the store.
  public LeaderAnswers(Records records) {
    this.records = records;
  }

  /// How it stands with one school of a session.
  ///
  /// @param state standing, waiting, yes or no
  /// @param by who answered; empty: nobody
  public record Row(Id school, String name, String state, String by) {}

  /// How it stands with each school of a session.
  public Future<List<Row>> of(Id session) {
    return records.list(
        """
        SELECT DISTINCT o.id, o.name, coalesce(p.name, '') AS by,
          CASE WHEN a.yes THEN 'yes' WHEN NOT a.yes THEN 'no' WHEN o.leader_yes = 'each' AND o.phase <> 'partner' THEN 'waiting' ELSE 'standing' END AS state
        FROM session s JOIN link_class lc ON lc.link = s.link JOIN school_class c ON c.id = lc.class JOIN school o ON o.id = c.school
        LEFT JOIN leader_answer a ON a.session = s.id AND a.school = o.id AND a.starts_at = s.starts_at
        LEFT JOIN person p ON p.id = a.person
        WHERE s.id = $1 ORDER BY o.name, o.id""",
        row ->
            new Row(
                Records.id(row, "id"),
                row.getString("name"),
                row.getString("state"),
                row.getString("by")),
        session);
  }

  /// Keep a leader's answer to the session's time; a later one counts.
  ///
  /// @param reason at most 300 characters; empty where she says yes
  public Future<Void> answer(
      Session session, Id school, boolean yes, String reason, Person by, Instant now) {
    return records
        .run(
            """
            INSERT INTO leader_answer (session, school, yes, reason, starts_at, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (session, school) DO UPDATE SET yes = $3, reason = $4, starts_at = $5, person = $6, at = $7""",
            session.id(),
            school,
            yes,
            reason,
            Sessions.utc(session.starts()),
            by.id(),
            Sessions.utc(now))
        .mapEmpty();
  }
}
