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

  /// @throws IllegalArgumentException with a sentence that names the one that is not longer than
  ///     nothing
  public RoomTimes {
    lasting("keySilent", keySilent);
    lasting("ask", ask);
    lasting("seen", seen);
    lasting("away", away);
    lasting("goodbye", goodbye);
    lasting("early", early);
    lasting("letAll", letAll);
    lasting("tell", tell);
  }

  private static void lasting(String name, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("room." + name + " must be longer than nothing");
    }
  }
}
