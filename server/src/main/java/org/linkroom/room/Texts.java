package org.linkroom.room;

/// What people type, made fit to be kept.
final class Texts {
  private Texts() {}

  /// Without what nobody can read: control characters and halves of characters, which a database
  /// does not take as text.
  static String readable(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || (!Character.isISOControl(c) && !half(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean half(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
