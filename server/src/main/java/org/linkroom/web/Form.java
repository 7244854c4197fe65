package org.linkroom.web;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.linkroom.base.Id;

/// What somebody typed into a form, field by field, and what is wrong with it. A wrong field is
/// told beside it and loses nothing.
public final class Form {
  private static final int KEPT = 4000;

  private final MultiMap fields;
  private final Words words;
  private final Map<String, String> errors = new LinkedHashMap<>();

  Form(MultiMap fields, Words words) {
    this.fields = fields;
    this.words = words;
  }

  /// A field as it came; empty if it did not.
  public String raw(String name) {
    String text = fields.get(name);
    return text == null ? "" : text.substring(0, Math.min(KEPT, text.length()));
  }

  /// A line that must be there.
  public String line(String name, int most) {
    String text = optional(name, most);
    if (text.isEmpty() && !errors.containsKey(name)) {
      wrong(name, "form.missing");
    }
    return text;
  }

  /// A text that may be empty.
  public String optional(String name, int most) {
    String text = raw(name).strip();
    if (text.length() > most) {
      wrong(name, "form.long", most);
    } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      wrong(name, "form.characters");
    }
    return text;
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
    if (!errors.containsKey(name) && !text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      wrong(name, "form.email");
    }
    return text;
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
    var typed = new TreeMap<String, String>();
    fields.names().stream()
        .filter(name -> !name.equals("csrf"))
        .forEach(name -> typed.put(name, raw(name)));
    return typed;
  }
}
