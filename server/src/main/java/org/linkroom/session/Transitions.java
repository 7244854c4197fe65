package org.linkroom.session;

import static org.linkroom.session.SessionState.AGREED;
import static org.linkroom.session.SessionState.CANCELLED;
import static org.linkroom.session.SessionState.ENDED;
import static org.linkroom.session.SessionState.LIVE;
import static org.linkroom.session.SessionState.OPEN;
import static org.linkroom.session.SessionState.PROPOSED;

import java.util.Map;
import java.util.Optional;

/// The one table of how a session goes on.
public final class Transitions {
  private Transitions() {}

  /// What happens to a session.
  public enum Event {
    /// The partner says yes, or comes in.
    ACCEPT,
    /// Another time is proposed, by either.
    MOVE,
    /// Who runs the programme sets another time for both classes.
    SETTLE,
    /// Somebody of the link, or who runs its programme, calls it off.
    CANCEL,
    /// A quarter of an hour before the start.
    DUE,
    /// The door has been open.
    DOOR,
    /// The room has ended.
    OVER,
    /// Nobody said yes before its time was over.
    LAPSE
  }

  private static final Map<SessionState, Map<Event, SessionState>> TABLE =
      Map.of(
          PROPOSED,
          Map.of(
              Event.ACCEPT, AGREED,
              Event.MOVE, PROPOSED,
              Event.SETTLE, AGREED,
              Event.CANCEL, CANCELLED,
              Event.LAPSE, CANCELLED),
          AGREED,
          Map.of(
              Event.ACCEPT, AGREED,
              Event.MOVE, PROPOSED,
              Event.SETTLE, AGREED,
              Event.CANCEL, CANCELLED,
              Event.DUE, OPEN,
              Event.OVER, ENDED),
          OPEN,
          Map.of(
              Event.ACCEPT, OPEN,
              Event.MOVE, PROPOSED,
              Event.SETTLE, AGREED,
              Event.CANCEL, CANCELLED,
              Event.DOOR, LIVE,
              Event.OVER, ENDED),
          LIVE,
          Map.of(Event.ACCEPT, LIVE, Event.OVER, ENDED),
          ENDED,
          Map.of(),
          CANCELLED,
          Map.of());

  /// Where an event leads from a state; empty if it cannot happen there.
  public static Optional<SessionState> next(SessionState from, Event event) {
    return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(event));
  }
}
