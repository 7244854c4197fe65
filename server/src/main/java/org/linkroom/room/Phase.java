package org.linkroom.room;

/// Where a room stands in its session.
public enum Phase {
  /// One's own lobby: open all the session's day; the partner's side is not shown yet.
  LOBBY,
  /// From a quarter of an hour before: both sides see each other's lights.
  OPEN,
  /// The door has been open.
  LIVE,
  ENDED,
  CANCELLED;

  /// Tell whether nothing can happen here any more.
  public boolean over() {
    return this == ENDED || this == CANCELLED;
  }
}
