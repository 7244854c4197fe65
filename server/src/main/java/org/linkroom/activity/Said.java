package org.linkroom.activity;

import java.util.Optional;
import org.linkroom.base.TextRules;
import org.linkroom.protocol.Refusal;

/// What may be written where the other class reads it.
final class Said {
  private Said() {}

  /// Why a line cannot be shown; empty where it can.
  ///
  /// @param sure an adult has said that what looks like a full name is none of a pupil
  static Optional<Refusal> refuse(String line, int characters, boolean sure) {
    if (line.isEmpty()) {
      return Optional.of(Refusal.EMPTY);
    }
    if (line.length() > characters) {
      return Optional.of(Refusal.TOO_LONG);
    }
    if (TextRules.refused(line).isPresent()) {
      return Optional.of(Refusal.TEXT_REACHES);
    }
    return !sure && TextRules.fullName(line).isPresent()
        ? Optional.of(Refusal.TEXT_NAME)
        : Optional.empty();
  }
}
