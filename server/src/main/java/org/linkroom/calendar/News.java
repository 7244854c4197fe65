package org.linkroom.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;

/// What there is to tell one adult of a session.
enum News {
  /// Nothing that she does not know, or nothing that is still of use.
  NONE(false),
  /// The other class proposes a time, and she may say yes.
  PROPOSED(false),
  /// It is agreed, and she had no time for it yet.
  AGREED(true),
  /// It is agreed for another time than she knew.
  SETTLED(true),
  /// Who runs the programme has set its time for both classes, and she had no time for it yet.
  SET(true),
  /// Who runs the programme has moved it for both classes.
  SHIFTED(true),
  /// It is to be at another time, which waits for a yes.
  MOVED(true),
  /// It will not be.
  OFF(false);

  private final boolean invites;

  News(boolean invites) {
    this.invites = invites;
  }

  /// Tell whether an invitation goes with it, whatever went before.
  boolean invites() {
    return invites;
  }

  /// What somebody was last told of a session.
  ///
  /// @param state proposed, agreed or cancelled
  /// @param invited whether her calendar was
  record Told(String state, Instant starts, int minutes, boolean invited) {
    private boolean same(Session session) {
      return starts.equals(session.starts()) && minutes == session.minutes();
    }

    private boolean was(String word) {
      return state.equals(word);
    }
  }

  /// What to tell an adult.
  ///
  /// @param told what she was last told, if anything
  /// @param asked whether it is hers to say yes to the other class's proposal
  /// @param forBoth whether who runs the programme has set the time
  static News of(
      Session session, @Nullable Told told, boolean asked, boolean forBoth, Instant now) {
    if (!session.linkUp() || !session.ends().isAfter(now)) {
      return NONE;
    }
    return switch (session.state()) {
      case PROPOSED -> proposed(session, told, asked);
      case AGREED, OPEN -> agreed(session, told, forBoth);
      case CANCELLED -> told == null || told.was("cancelled") ? NONE : OFF;
      case LIVE, ENDED -> NONE;
    };
  }

  private static News proposed(Session session, @Nullable Told told, boolean asked) {
    if (told != null && told.was("proposed") && told.same(session)) {
      return NONE;
    }
    if (told != null && told.invited()) {
      return MOVED;
    }
    return asked ? PROPOSED : NONE;
  }

  private static News agreed(Session session, @Nullable Told told, boolean forBoth) {
    if (told == null || !told.invited()) {
      return forBoth ? SET : AGREED;
    }
    if (told.was("agreed") && told.same(session)) {
      return NONE;
    }
    if (told.same(session)) {
      return AGREED;
    }
    return forBoth ? SHIFTED : SETTLED;
  }

  /// As it is kept of her.
  static String word(SessionState state) {
    return switch (state) {
      case PROPOSED -> "proposed";
      case CANCELLED -> "cancelled";
      default -> "agreed";
    };
  }
}
