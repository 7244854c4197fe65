package org.linkroom.protocol;

/// What a view may hold.
public enum Audience {
  /// What children may see.
  BOARD,
  /// What an adult of the room may.
  ADULT,
  /// What those who run it may.
  HOST
}
