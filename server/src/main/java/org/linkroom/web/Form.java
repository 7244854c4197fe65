package org.linkroom.web;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.linkroom.base.Id;
import org.linkroom.base.MailAddress;
import org.linkroom.base.Words;

/// What somebody typed into a form, field by field, and what is wrong with it. A wrong field is
/// told beside it and loses nothing.
public final class Form {
  private final MultiMap fields;
  private final Buffer file;
  private final Words words;
  private final Map<String, String> errors = new LinkedHashMap<>();

  Form(MultiMap fields, Buffer file, Words words) {
    this.fields = fields;
    this.file = file;
    this.words = words;
  }

  /// A field as it came, with line ends as one character; empty if it did not come. How long it may
  /// be at most, the bound of the whole form says.
  public String raw(String name) {
    String text = fields.get(name);
    return text == null ? "" : text.replace("\r\n", "\n");
  }

  /// The bytes of the file that it brought; none where it brought no file.
  public byte[] file() {
    return file.getBytes();
  }

  /// A line that must be there.
  ///
  /// @param most characters, as people count them
  public String line(String name, int most) {
    return present(name, optionalLine(name, most));
  }

  /// A line that may be empty.
  public String optionalLine(String name, int most) {
    return checked(name, most, false);
  }

  /// A text of several lines that must be there.
  public String text(String name, int most) {
    return present(name, optionalText(name, most));
  }

  /// A text of several lines that may be empty.
  public String optionalText(String name, int most) {
    return checked(name, most, true);
  }

  private String present(String name, String text) {
    if (text.isEmpty()) {
      wrong(name, "form.missing");
    }
    return text;
  }

  private String checked(String name, int most, boolean lines) {
    String text = raw(name).strip();
    if (text.codePointCount(0, text.length()) > most) {
      wrong(name, "form.long", most);
    } else if (text.codePoints().anyMatch(c -> !keepable(c, lines))) {
      wrong(name, "form.characters");
    }
    return text;
  }

  /// Controls are never kept. Nor is what turns the direction of the text around it: right-to-left
  /// letters turn by themselves, and pages keep each text's direction to itself.
  private static boolean keepable(int c, boolean lines) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> lines && (c == '\n' || c == '\t');
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
    };
  }

  /// One of a few words.
  public String choice(String name, Set<String> choices) {
    String text = raw(name);
    if (!choices.contains(text)) {
      wrong(name, "form.choose");
    }
    return text;
  }

  /// A whole number within bounds.
  public int number(String name, int least, int most) {
    try {
      int n = Integer.parseInt(raw(name).strip());
      if (n >= least && n <= most) {
        return n;
      }
    } catch (NumberFormatException notOne) {
      // Told below, like a number out of bounds.
    }
    wrong(name, "form.number", least, most);
    return least;
  }

  /// An id that another page of ours put there; anything else is no form of ours.
  public Optional<Id> id(String name) {
    String text = raw(name);
    return Id.fits(text) ? Optional.of(new Id(text)) : Optional.empty();
  }

  /// A mail address, in small letters.
  public String email(String name) {
    String text = line(name, 254).toLowerCase(Locale.ROOT);
    if (!errors.containsKey(name) && !MailAddress.fits(text)) {
      wrong(name, "form.email");
    }
    return text;
  }

  /// A mail address that need not be there.
  public String optionalEmail(String name) {
    return raw(name).isBlank() ? "" : email(name);
  }

  /// Tell what is wrong with a field.
  public void wrong(String name, String key, Object... values) {
    errors.putIfAbsent(name, words.say(key, values));
  }

  /// Tell whether nothing is wrong.
  public boolean good() {
    return errors.isEmpty();
  }

  /// What is wrong, by field, in the order of asking.
  public Map<String, String> errors() {
    return errors;
  }

  /// What was typed, to be shown again; never a token.
  public Map<String, String> typed() {
    var typed = all();
    typed.remove("once");
    return typed;
  }

  /// Every field but the token, in the order of their names.
  Map<String, String> all() {
    var all = new TreeMap<String, String>();
    fields.names().stream()
        .filter(name -> !name.equals("csrf"))
        .forEach(name -> all.put(name, raw(name)));
    return all;
  }
}
