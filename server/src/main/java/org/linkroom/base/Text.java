package org.linkroom.base;

import java.util.List;

/// What people type, made fit to be kept.
public final class Text {
  private Text() {}

  /// Without what nobody can read: control characters and halves of characters, which a database
  /// does not take as text.
  public static String readable(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || (!Character.isISOControl(c) && !half(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// The same on one line, with single spaces.
  public static String line(String text) {
    return readable(text).strip().replaceAll("\\s+", " ");
  }

  /// Its lines, without those that are empty.
  public static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static boolean half(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
