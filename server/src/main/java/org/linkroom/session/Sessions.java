package org.linkroom.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.records.Records;

/// Sessions in PostgreSQL. A change names the turn that it was made from; if somebody was first it
/// does nothing, and answers so.
public final class Sessions {
  private static final String COLUMNS =
      "id, kind, link, state, starts_at, minutes, note, proposed_by, by_class, live_at, ended_at, coalesce(why, '') AS why, turn, beside, taught";

  private static final String OFF_BESIDE =
      "UPDATE session SET state = 'cancelled', why = $2, turn = turn + 1 WHERE beside = $1 AND state IN ('agreed', 'open')";

  private final Records records;

  /// Make the store.
  public Sessions(Records records) {
    this.records = records;
  }

  /// What a new session needs.
  public record Draft(
      String kind, Id link, Instant starts, int minutes, String note, Id by, Id byClass) {}

  /// Propose a session; a teachers' call needs no yes. The same one twice stands once.
  public Future<Id> propose(Id id, Draft draft) {
    var state = draft.kind().equals("teachers-call") ? SessionState.AGREED : SessionState.PROPOSED;
    return records
        .run(
            "INSERT INTO session (id, kind, link, state, starts_at, minutes, note, proposed_by, by_class) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9) ON CONFLICT (id) DO NOTHING",
            id,
            draft.kind(),
            draft.link(),
            state.word(),
            utc(draft.starts()),
            draft.minutes(),
            draft.note(),
            draft.by(),
            draft.byClass())
        .map(done -> id);
  }

  /// Begin a teachers' call, or find the one that has begun: two teachers who press at the same
  /// moment come into one call.
  public Future<Id> call(Id id, Draft draft, Instant now) {
    return records.inTransaction(
        all ->
            all.run("SELECT id FROM link WHERE id = $1 FOR UPDATE", draft.link())
                .compose(locked -> new Sessions(all).ofLink(draft.link()))
                .map(sessions -> sessions.stream().filter(s -> isCall(s, now)).findFirst())
                .compose(
                    running ->
                        running.isPresent()
                            ? Future.succeededFuture(running.get().id())
                            : new Sessions(all).propose(id, draft)));
  }

  private static boolean isCall(Session session, Instant now) {
    return session.teachersCall() && !session.state().over() && session.ends().isAfter(now);
  }

  /// Find one.
  public Future<Optional<Session>> find(Id session) {
    return records.one(
        "SELECT " + COLUMNS + " FROM session WHERE id = $1", Sessions::read, session);
  }

  /// Some sessions at once, in no order; those that are no more are left out.
  public Future<List<Session>> all(List<Id> sessions) {
    return records.list(
        "SELECT " + COLUMNS + " FROM session WHERE id = ANY($1)",
        Sessions::read,
        (Object) sessions.stream().map(Id::text).toArray(String[]::new));
  }

  /// A link's sessions, the latest first.
  public Future<List<Session>> ofLink(Id link) {
    return records.list(
        "SELECT " + COLUMNS + " FROM session WHERE link = $1 ORDER BY starts_at DESC LIMIT 100",
        Sessions::read,
        link);
  }

  /// The further rooms of a class swap, by their classes.
  public Future<List<Session>> beside(Id session) {
    return records.list(
        "SELECT " + COLUMNS + " FROM session WHERE beside = $1 ORDER BY taught",
        Sessions::read,
        session);
  }

  /// The sessions of some links that are not over, the next first; of a class swap once.
  public Future<List<Session>> next(List<Id> links) {
    return records.list(
        "SELECT "
            + COLUMNS
            + " FROM session WHERE link = ANY($1) AND kind <> 'swap' AND state IN ('proposed', 'agreed', 'open', 'live') ORDER BY starts_at LIMIT 200",
        Sessions::read,
        (Object) links.stream().map(Id::text).toArray(String[]::new));
  }

  /// The sessions of some links from a moment on, the earliest first, 500 at most; what was called
  /// off is left out.
  public Future<List<Session>> since(List<Id> links, Instant from) {
    return records.list(
        "SELECT "
            + COLUMNS
            + " FROM session WHERE link = ANY($1) AND kind <> 'swap' AND starts_at >= $2 AND state <> 'cancelled' ORDER BY starts_at, id LIMIT 500",
        Sessions::read,
        links.stream().map(Id::text).toArray(String[]::new),
        utc(from));
  }

  /// The sessions of some programmes that begin from one moment on and before another, the earliest
  /// first, 500 at most.
  public Future<List<Session>> between(Instant from, Instant to, List<Id> programmes) {
    return records.list(
        "SELECT "
            + COLUMNS
            + " FROM session s WHERE starts_at >= $1 AND starts_at < $2 AND (SELECT l.programme FROM link l WHERE l.id = s.link) = ANY($3) ORDER BY starts_at, id LIMIT 500",
        Sessions::read,
        utc(from),
        utc(to),
        programmes.stream().map(Id::text).toArray(String[]::new));
  }

  /// Go on by the table, from the turn that the form was opened at. False: somebody was first. What
  /// is called off takes with it the rooms beside it that nobody has met in.
  public Future<Boolean> go(Session session, Transitions.Event event, String why) {
    var to = Transitions.next(session.state(), event);
    if (to.isEmpty()) {
      return Future.succeededFuture(false);
    }
    return records
        .change(
            "UPDATE session SET state = $3, why = $4, turn = turn + 1 WHERE id = $1 AND turn = $2",
            session.id(),
            session.turn(),
            to.get().word(),
            why.isEmpty() ? null : why)
        .compose(
            changed ->
                changed == 1 && to.get() == SessionState.CANCELLED
                    ? records.run(OFF_BESIDE, session.id(), why.isEmpty() ? null : why).map(true)
                    : Future.succeededFuture(changed == 1));
  }

  /// Propose another time, from the turn that the form was opened at. False: somebody was first.
  public Future<Boolean> move(Session session, Instant starts, int minutes, Id byClass, Person by) {
    var to = Transitions.next(session.state(), Transitions.Event.MOVE);
    if (to.isEmpty()) {
      return Future.succeededFuture(false);
    }
    return records
        .change(
            "UPDATE session SET state = $3, starts_at = $4, minutes = $5, by_class = $6, proposed_by = $7, turn = turn + 1 WHERE id = $1 AND turn = $2",
            session.id(),
            session.turn(),
            to.get().word(),
            utc(starts),
            minutes,
            byClass,
            by.id())
        .map(changed -> changed == 1);
  }

  /// Coming in to a session that waits for one's yes accepts it.
  public Future<Void> comeIn(Session session, List<Id> mine) {
    return session.waitsFor(mine)
        ? go(session, Transitions.Event.ACCEPT, "").mapEmpty()
        : Future.succeededFuture();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Session read(Row row) {
    return new Session(
        Records.id(row, "id"),
        row.getString("kind"),
        Records.id(row, "link"),
        SessionState.of(row.getString("state")),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getInteger("minutes"),
        row.getString("note"),
        Records.id(row, "proposed_by"),
        Records.idOrNone(row, "by_class"),
        instant(row, "live_at"),
        instant(row, "ended_at"),
        row.getString("why"),
        row.getInteger("turn"),
        Records.idOrNone(row, "beside"),
        Records.idOrNone(row, "taught"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    var at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
