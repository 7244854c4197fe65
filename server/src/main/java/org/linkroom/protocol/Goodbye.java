package org.linkroom.protocol;

/// Why the server ends a connection. Codes 4000 to 4499 say: come back; 4500 to 4999: do not.
public enum Goodbye {
  RESTART(4000, "Linkroom is being renewed. You will be back in a moment."),
  SLOW(4001, "The line was too slow. Trying again."),
  RESYNC(4002, "Getting the latest. One moment."),
  SILENT(4003, "This page was not heard from. Trying again."),
  BUSY(4004, "Linkroom is very busy. Trying again in a moment."),
  ENDED(4500, "This session has ended."),
  REMOVED(4501, "An adult has closed this device's place in the room."),
  NO_PASS(4502, "This device's pass is no longer good. Please come in again."),
  REPLACED(4503, "This room is open in another tab of this device."),
  TOO_MUCH(4504, "This page sent more than the room can take."),
  SIGNED_OUT(4505, "You have signed out."),
  FULL(4506, "No more devices can come in. An adult in the room can send one out to make space.");

  private final short code;
  private final String why;

  Goodbye(int code, String why) {
    this.code = (short) code;
    this.why = why;
  }

  /// The WebSocket close code.
  public short code() {
    return code;
  }

  /// The sentence for the person.
  public String why() {
    return why;
  }
}
