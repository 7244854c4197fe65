package org.linkroom.base;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/// Every sentence that a page shows, from web/words. A missing one is a fault of ours, not a blank.
public final class Words {
  private static final List<String> FILES =
      List.of(
          "layout",
          "about",
          "people",
          "safety",
          "session",
          "entry",
          "room",
          "lesson",
          "check",
          "day",
          "network",
          "mail",
          "planning",
          "linking",
          "keeping",
          "report",
          "intake",
          "year",
          "parcel",
          "me");

  private final Map<String, String> all = new TreeMap<>();

  /// Read all files.
  public Words() {
    for (String file : FILES) {
      String path = "/web/words/" + file + ".properties";
      try (var in = Words.class.getResourceAsStream(path)) {
        var words = new Properties();
        words.load(new InputStreamReader(Objects.requireNonNull(in, path), StandardCharsets.UTF_8));
        words.forEach((key, text) -> all.put((String) key, (String) text));
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
  }

  /// Say it, with what belongs in its braces.
  ///
  /// @throws IllegalArgumentException if there is no such sentence
  public String say(String key, Object... values) {
    String text = all.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return values.length == 0 ? text : new MessageFormat(quoted(text), Locale.UK).format(values);
  }

  /// Our files write an apostrophe as itself.
  private static String quoted(String text) {
    return text.replace("'", "''");
  }

  /// Tell whether there is such a sentence.
  public boolean has(String key) {
    return all.containsKey(key);
  }

  /// All whose key begins so, for a page's scripts.
  public Map<String, String> beginning(String prefix) {
    var some = new TreeMap<String, String>();
    all.forEach(
        (key, text) -> {
          if (key.startsWith(prefix)) {
            some.put(key, text);
          }
        });
    return some;
  }
}
