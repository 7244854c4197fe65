package org.linkroom.report;

import static org.linkroom.testing.Town.utc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

/// Writes into a town what was held, as `Recording` does, without the lines of a room.
record Register(Town town) {
  /// A session of a link with its classes, each connected for as long as the door was open and five
  /// minutes more.
  Id held(Id link, String kind, String outcome, Instant at, int together) {
    var id = Id.random();
    town.run(
        """
        INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by, recorded_at)
        VALUES ($1, $2, $3, 'ended', $4, 40, $5, $4)""",
        id,
        kind,
        link,
        utc(at),
        town.ours().teacher());
    town.run(
        """
        INSERT INTO attendance (session, link, programme, year, kind, outcome, starts_at, planned, minutes)
        SELECT s.id, l.id, l.programme, l.year, s.kind, $2, s.starts_at, s.minutes, $3
        FROM session s JOIN link l ON l.id = s.link WHERE s.id = $1""",
        id,
        outcome,
        together);
    town.run(
        """
        INSERT INTO attendance_class (session, class, school, programme, year, starts_at, met, minutes)
        SELECT a.session, c.id, c.school, o.programme, a.year, a.starts_at, a.outcome = 'met', a.minutes + 5
        FROM attendance a JOIN link_class lc ON lc.link = a.link JOIN school_class c ON c.id = lc.class
        JOIN school o ON o.id = c.school WHERE a.session = $1""",
        id);
    return id;
  }

  /// A link-up of our link that took place.
  Id met(Instant at, int together) {
    return held(town.link(), "link-up", "met", at, together);
  }

  /// An adult whose device was connected for so many minutes from the session's start.
  void adult(Id session, int place, @Nullable Id classId, String name, String role, int minutes) {
    town.run(
        """
        INSERT INTO attendance_adult (session, place, class, person, name, role, came, went, minutes)
        SELECT session, $2, $3, NULL, $4, $5, starts_at, starts_at + make_interval(mins => $6), $6
        FROM attendance WHERE session = $1""",
        session,
        place,
        classId,
        name,
        role,
        minutes);
  }
}
