package org.linkroom.session;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  /// The schools of a session that have not said yes, and have chosen to say it to each. A call
  /// among teachers, without children, waits for nobody.
  public Future<Set<Id>> waiting(Session session) {
    return session.teachersCall()
        ? Future.succeededFuture(Set.of())
        : of(session.id())
            .map(
                rows ->
                    rows.stream()
                        .filter(row -> row.state().equals("waiting") || row.state().equals("no"))
                        .map(Row::school)
                        .collect(Collectors.toUnmodifiableSet()));
  }

  /// A session that waits for somebody's yes.
  public record Asked(Id session, String title, Instant starts) {}

  /// The sessions to come, or under way, that wait for a yes of one of some schools; the next
  /// first, 20 at most.
  public Future<List<Asked>> asked(List<Id> schools, Instant now) {
    return records.list(
        """
        SELECT DISTINCT s.id, s.starts_at,
          (SELECT string_agg(k.label, ', ' ORDER BY m.place) FROM link_class m JOIN school_class k ON k.id = m.class WHERE m.link = s.link) AS title
        FROM school o JOIN school_class c ON c.school = o.id JOIN link_class lc ON lc.class = c.id JOIN session s ON s.link = lc.link
        WHERE o.id = ANY($1) AND o.leader_yes = 'each' AND s.kind = 'link-up' AND s.state IN ('agreed', 'open')
          AND s.starts_at + make_interval(mins => s.minutes) > $2
          AND NOT EXISTS (SELECT 1 FROM leader_answer a WHERE a.session = s.id AND a.school = o.id AND a.starts_at = s.starts_at)
        ORDER BY s.starts_at, s.id LIMIT 20""",
        row ->
            new Asked(
                Records.id(row, "id"),
                row.getString("title"),
                row.getOffsetDateTime("starts_at").toInstant()),
        schools.stream().map(Id::text).toArray(String[]::new),
        Sessions.utc(now));
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
