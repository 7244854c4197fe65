package org.linkroom.base;

import java.util.regex.Pattern;

/// A mail address, as far as one can tell by looking: whether it takes mail, only a mail can say.
public final class MailAddress {
  /// Characters at most (RFC 5321, section 4.5.3.1.3, without the angle brackets).
  public static final int MOST = 254;

  private static final Pattern LIKE = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private MailAddress() {}

  /// Tell whether a text looks like one.
  public static boolean fits(String text) {
    return text.length() <= MOST && LIKE.matcher(text).matches();
  }
}
