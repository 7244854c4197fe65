package org.linkroom.openid;

import java.util.Locale;

/// Why an issuer's answer signs nobody in. It carries no word of what was answered: that may hold
/// somebody's address or a secret.
public final class Unvouched extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The kinds that a person is told apart.
  public enum Why {
    /// The issuer cannot be reached, or is too slow.
    AWAY,
    /// What it answered is not in order, or not for us.
    DISORDER,
    /// It took too long, or has been used.
    LATE,
    /// She, or her school, said no.
    DENIED,
    /// It does not speak for this address, or not surely.
    UNVERIFIED,
    /// Nobody here has the address.
    UNKNOWN;

    /// As our words name it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Why why;

  /// @param detail a word of ours for the log
  public Unvouched(Why why, String detail) {
    super(detail, null, false, false);
    this.why = why;
  }

  static Unvouched disorder(String detail) {
    return new Unvouched(Why.DISORDER, detail);
  }

  /// What to tell the person.
  public Why why() {
    return why;
  }
}
