package org.linkroom.session;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.records.Records;

/// The rooms of a class swap, side by side. The first class's is the session's own; that of another
/// class stands beside it and is made when somebody first comes to it.
public final class Swaps {
  private static final String MAKE =
      """
      INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by, by_class, beside, taught)
      SELECT $2, 'swap', s.link, 'agreed', s.starts_at, s.minutes, s.proposed_by, s.by_class, s.id, $3
      FROM session s WHERE s.id = $1 ON CONFLICT (beside, taught) DO NOTHING""";

  private static final String FOLLOW =
      """
      UPDATE session s SET starts_at = m.starts_at, minutes = m.minutes FROM session m
      WHERE s.beside = $1 AND m.id = $1 AND s.state = 'agreed'""";

  private final Records records;
  private final Sessions sessions;
  private final Lessons lessons;
  private final Links links;

  /// Make the store.
  public Swaps(Records records, Links links) {
    this.records = records;
    this.links = links;
    sessions = new Sessions(records);
    lessons = new Lessons(records);
  }

  /// Tell whether the plan that was chosen for a session is a class swap.
  public Future<Boolean> swaps(Id session) {
    return lessons
        .chosen(session)
        .map(chosen -> chosen.filter(is -> is.plan().swaps()).isPresent());
  }

  /// Where a class is in a session: its own room of a class swap, else the session's one. Who is of
  /// no class stays where she asked to go.
  public Future<Session> home(Session session, @Nullable Id classId) {
    if (classId == null || !session.linkUp()) {
      return Future.succeededFuture(session);
    }
    return swaps(session.id())
        .compose(swaps -> swaps ? room(session, classId) : Future.succeededFuture(session));
  }

  /// The room of a class swap in which a class is taught.
  public Future<Session> room(Session session, Id taught) {
    return links
        .find(session.link())
        .compose(
            link ->
                link.filter(l -> !first(l).equals(taught)).isEmpty()
                    ? Future.succeededFuture(session)
                    : made(session, taught));
  }

  private static Id first(LinkView link) {
    return link.classes().getFirst().id();
  }

  private Future<Session> made(Session session, Id taught) {
    return records
        .run(MAKE, session.id(), Id.random(), taught)
        .compose(done -> sessions.beside(session.id()))
        .map(
            rooms ->
                rooms.stream()
                    .filter(room -> taught.equals(room.taught()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a room was not made")));
  }

  /// Let a session's further rooms have its times, but where somebody has met already.
  public Future<Void> follow(Id session) {
    return records.run(FOLLOW, session).mapEmpty();
  }
}
