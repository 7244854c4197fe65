package org.linkroom.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// A session as it is on record.
///
/// @param kind link-up or teachers-call; swap is a class swap's further room
/// @param byClass whose proposal it is; another class of the link accepts it
/// @param turn counts the changes
/// @param beside of a further room: the session that it belongs to
/// @param taught of a further room: the class that is in it
public record Session(
    Id id,
    String kind,
    Id link,
    SessionState state,
    Instant starts,
    int minutes,
    String note,
    Id proposedBy,
    @Nullable Id byClass,
    @Nullable Instant liveAt,
    @Nullable Instant endedAt,
    String why,
    int turn,
    @Nullable Id beside,
    @Nullable Id taught) {
  private static final Duration AROUND_MIDNIGHT = Duration.ofHours(1);

  /// When it is planned to end.
  public Instant ends() {
    return starts.plusSeconds(60L * minutes);
  }

  /// Tell whether it waits for the yes of an adult of these classes: of any but the one whose
  /// proposal it is. Who is an adult of both, as where two halves of a class meet, may say it.
  public boolean waitsFor(List<Id> classes) {
    return state == SessionState.PROPOSED && classes.stream().anyMatch(c -> !c.equals(byClass));
  }

  /// Tell whether people may come in: all the session's day in London, and where its time crosses
  /// midnight, from an hour before its start until an hour after its planned end.
  public boolean lets(Instant now) {
    boolean around =
        now.isAfter(starts.minus(AROUND_MIDNIGHT)) && now.isBefore(ends().plus(AROUND_MIDNIGHT));
    return !state.over() && (SchoolClock.sameDay(starts, now) || around);
  }

  /// When a device's pass for it is no longer good: at the end of its school day, or an hour after
  /// its planned end where that is later.
  public Instant passesEnd() {
    Instant day = SchoolClock.dayEnds(starts);
    Instant late = ends().plus(AROUND_MIDNIGHT);
    return late.isAfter(day) ? late : day;
  }

  /// Tell whether it is a call of the teachers alone.
  public boolean teachersCall() {
    return kind.equals("teachers-call");
  }

  /// Tell whether it is a link-up of its own, that is planned, told by mail and counted.
  public boolean linkUp() {
    return kind.equals("link-up");
  }

  /// Tell whether its time may still be set, or it called off, for both classes: not once they have
  /// met, not a call of the teachers, which is now or never, nor a further room, which follows.
  public boolean settles() {
    return linkUp() && !state.over() && state != SessionState.LIVE;
  }
}
