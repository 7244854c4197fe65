package org.linkroom.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a class's camera will show, from nothing to the whole class. A school's setting is the
/// ceiling; the stricter school's photo rule binds the pair in what it sends, never in what it
/// receives.
public enum Promise {
  NONE,
  HANDS,
  WIDE;

  /// The word on the wire and in the database.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Read the word.
  ///
  /// @throws IllegalArgumentException if there is no such promise
  public static Promise of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
