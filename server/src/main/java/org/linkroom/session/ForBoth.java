package org.linkroom.session;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// What who runs a programme decides of a session for both classes: another time, which needs
/// nobody's yes any more, or that it will not be. A change names the turn that it was made from, as
/// in `Sessions`.
public final class ForBoth {
  private static final String SAID =
      """
      INSERT INTO session_for_both (session, person, why, starts_at, off, at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (session) DO UPDATE SET person = $2, why = $3, starts_at = $4, off = $5, at = $6""";

  private final Records records;

  /// Make the store.
  public ForBoth(Records records) {
    this.records = records;
  }

  /// Who decided it, and why, in at most 300 characters.
  public record By(Id person, String why, Instant at) {}

  /// A decision that still holds: of the time, or that it is off.
  public record Said(String name, String why, boolean off) {}

  /// Set another time. False: somebody was first, or it goes on or is over.
  public Future<Boolean> move(Session session, Instant starts, int minutes, By by) {
    var to = Transitions.next(session.state(), Transitions.Event.SETTLE);
    if (to.isEmpty()) {
      return Future.succeededFuture(false);
    }
    return records.inTransaction(
        all ->
            all.change(
                    "UPDATE session SET state = $3, starts_at = $4, minutes = $5, turn = turn + 1 WHERE id = $1 AND turn = $2",
                    session.id(),
                    session.turn(),
                    to.get().word(),
                    Sessions.utc(starts),
                    minutes)
                .compose(
                    changed ->
                        changed == 1
                            ? said(all, session.id(), starts, by, false)
                            : Future.succeededFuture(false)));
  }

  /// Call it off. False: somebody was first, or it goes on or is over.
  public Future<Boolean> callOff(Session session, By by) {
    return records.inTransaction(
        all ->
            new Sessions(all)
                .go(session, Transitions.Event.CANCEL, by.why())
                .compose(
                    done ->
                        done
                            ? said(all, session.id(), session.starts(), by, true)
                            : Future.succeededFuture(false)));
  }

  private static Future<Boolean> said(Records all, Id session, Instant starts, By by, boolean off) {
    var at = Sessions.utc(by.at());
    return all.run(SAID, session, by.person(), by.why(), Sessions.utc(starts), off, at).map(true);
  }

  /// What was decided of a session, unless somebody has moved it since.
  public Future<Optional<Said>> of(Session session) {
    return records.one(
        "SELECT p.name, b.why, b.off FROM session_for_both b JOIN person p ON p.id = b.person WHERE b.session = $1 AND b.starts_at = $2 AND b.off = $3",
        row -> new Said(row.getString("name"), row.getString("why"), row.getBoolean("off")),
        session.id(),
        Sessions.utc(session.starts()),
        session.state() == SessionState.CANCELLED);
  }
}
