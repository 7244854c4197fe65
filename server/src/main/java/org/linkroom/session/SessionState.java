package org.linkroom.session;

import java.util.Locale;

/// Where a session stands.
public enum SessionState {
  PROPOSED,
  AGREED,
  OPEN,
  LIVE,
  ENDED,
  CANCELLED;

  /// The word in the database and on pages.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Read the word.
  public static SessionState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Tell whether nothing more will happen.
  public boolean over() {
    return this == ENDED || this == CANCELLED;
  }
}
