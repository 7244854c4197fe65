package org.linkroom.calendar;

import java.time.Instant;
import java.util.Locale;
import org.linkroom.base.Id;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;

/// A session as a calendar shows it.
///
/// @param turn counts the session's changes; a calendar takes no older one
/// @param state how sure it is
/// @param title one line
/// @param text a few sentences
/// @param url its page
public record Happening(
    Id id,
    int turn,
    State state,
    Instant starts,
    Instant ends,
    String title,
    String text,
    String url) {
  /// How sure a session is, in a calendar's words.
  public enum State {
    /// Proposed, or moved and not agreed yet.
    TENTATIVE,
    CONFIRMED,
    CANCELLED;

    /// Of a session.
    public static State of(SessionState state) {
      return switch (state) {
        case PROPOSED -> TENTATIVE;
        case CANCELLED -> CANCELLED;
        default -> CONFIRMED;
      };
    }

    String word() {
      return name().toUpperCase(Locale.ROOT);
    }
  }

  /// Of a session.
  public static Happening of(Session session, String title, String text, String url) {
    return new Happening(
        session.id(),
        session.turn(),
        State.of(session.state()),
        session.starts(),
        session.ends(),
        title,
        text,
        url + "/sessions/" + session.id());
  }
}
