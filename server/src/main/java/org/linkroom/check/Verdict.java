package org.linkroom.check;

import java.util.Locale;

/// What a link-up will make of something, from well to not at all.
public enum Verdict {
  GOOD,
  CARE,
  BAD;

  /// The word in the database and of its style.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Read the word.
  public static Verdict of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// The less well of two.
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
