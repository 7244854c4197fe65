package org.linkroom.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// What somebody is, for one thing: the network, a programme, a school or a class.
public record Role(Kind kind, @Nullable Id programme, @Nullable Id school, @Nullable Id classId) {
  /// The roles of adults.
  public enum Kind {
    COORDINATOR,
    FACILITATOR,
    HEADTEACHER,
    OFFICE,
    SAFEGUARDING,
    TEACHER,
    COVER,
    ASSISTANT;

    /// The word in the database.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Read the word.
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Tell whether it makes an adult of a class.
    public boolean ofClass() {
      return this == TEACHER || this == COVER || this == ASSISTANT;
    }
  }
}
