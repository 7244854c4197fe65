package org.linkroom.session;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.network.Linking;
import org.linkroom.records.Records;

/// The end of a link, with what was planned for it: as one, so that no session is left of a link
/// that is over. One that is live goes on until its own end.
public final class LinkEnd {
  private final Records records;

  /// Make it.
  public LinkEnd(Records records) {
    this.records = records;
  }

  /// End a link and call its coming sessions off. Answers those; nothing where it was over before.
  public Future<Optional<List<Session>>> end(Id link, String why, Instant now) {
    return records.inTransaction(
        all ->
            new Linking(all)
                .end(link, why, now)
                .compose(
                    ended ->
                        ended
                            ? new LinkEnd(all).callOff(link, why).map(Optional::of)
                            : Future.succeededFuture(Optional.empty())));
  }

  private Future<List<Session>> callOff(Id link, String why) {
    var sessions = new Sessions(records);
    return sessions
        .next(List.of(link))
        .compose(
            coming -> {
              Future<List<Session>> done = Future.succeededFuture(List.of());
              for (Session session : coming) {
                done =
                    done.compose(
                        before ->
                            sessions
                                .go(session, Transitions.Event.CANCEL, why)
                                .map(off -> off ? and(before, session) : before));
              }
              return done;
            });
  }

  private static List<Session> and(List<Session> before, Session one) {
    var all = new ArrayList<>(before);
    all.add(one);
    return List.copyOf(all);
  }
}
