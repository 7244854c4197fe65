package org.linkroom.protocol;

/// As what somebody comes in.
public enum PassRole {
  TEACHER,
  COVER,
  ASSISTANT,
  FACILITATOR,
  OBSERVER,
  /// A device with no adult signed in on it.
  DEVICE;

  /// Tell whether this is an adult of a class: what the two-key door calls a key.
  public boolean key() {
    return switch (this) {
      case TEACHER, COVER, ASSISTANT -> true;
      case FACILITATOR, OBSERVER, DEVICE -> false;
    };
  }
}
