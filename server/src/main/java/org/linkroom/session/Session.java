package org.linkroom.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// A session as it is on record.
///
/// @param kind link-up or teachers-call
/// @param byClass whose proposal it is; another class of the link accepts it
/// @param turn counts the changes
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
    int turn) {

  /// When it is planned to end.
  public Instant ends() {
    return starts.plusSeconds(60L * minutes);
  }

  /// Tell whether it is a call of the teachers alone.
  public boolean teachersCall() {
    return kind.equals("teachers-call");
  }
}
