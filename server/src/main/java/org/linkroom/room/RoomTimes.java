package org.linkroom.room;

import java.time.Duration;

/// How long things take in a room of classes. They are settings, and travel with the room so that
/// every node counts alike.
///
/// @param keySilent silence of a class's last key before the door asks or closes
/// @param ask how long the partner's adult has to say whether she can see the missing adult
/// @param seen how long her yes holds
/// @param away within which media return by themselves when the adult is back
/// @param goodbye how long after the planned end two classes may still say goodbye
/// @param early from how long before the start the partner's side is shown
/// @param letAll how long "let all in" lasts
/// @param tell how long before a wider camera promise holds the partner is told
public record RoomTimes(
    Duration keySilent,
    Duration ask,
    Duration seen,
    Duration away,
    Duration goodbye,
    Duration early,
    Duration letAll,
    Duration tell) {

  /// The times that the guidance and the field suggest.
  public static final RoomTimes USUAL =
      new RoomTimes(
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(3),
          Duration.ofSeconds(10));

  /// @throws IllegalArgumentException if one is not longer than nothing
  public RoomTimes {
    for (Duration each :
        new Duration[] {keySilent, ask, seen, away, goodbye, early, letAll, tell}) {
      if (each.isNegative() || each.isZero()) {
        throw new IllegalArgumentException("every time of a room is longer than nothing");
      }
    }
  }
}
