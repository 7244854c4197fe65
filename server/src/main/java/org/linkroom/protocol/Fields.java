package org.linkroom.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// The fields of one command's frame; every one must be asked for. What is missing or of another
/// shape is an `IllegalArgumentException`.
public final class Fields {
  /// Entries of one map of numbers.
  private static final int ENTRIES = 64;

  private final ObjectNode rest;

  /// Take a frame.
  public Fields(ObjectNode body) {
    rest = body.deepCopy();
    rest.remove(List.of("do", "tab", "n"));
  }

  private JsonNode take(String name) {
    var node = rest.remove(name);
    if (node == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return node;
  }

  /// A text.
  public String text(String name) {
    var node = take(name);
    if (!node.isTextual()) {
      throw new IllegalArgumentException(name + " is not a text");
    }
    return node.textValue();
  }

  /// True or false.
  public boolean flag(String name) {
    var node = take(name);
    if (!node.isBoolean()) {
      throw new IllegalArgumentException(name + " is not true or false");
    }
    return node.booleanValue();
  }

  /// A whole number.
  public int number(String name) {
    return whole(name, take(name));
  }

  private static int whole(String name, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new IllegalArgumentException(name + " is not a whole number");
    }
    return node.intValue();
  }

  /// Whole numbers of 0 or more, by words.
  public SortedMap<String, Integer> numbers(String name) {
    var node = take(name);
    if (!node.isObject() || node.size() > ENTRIES) {
      throw new IllegalArgumentException(name + " is not a map of numbers");
    }
    var all = new TreeMap<String, Integer>();
    node.properties()
        .forEach(
            entry -> {
              int number = whole(name, entry.getValue());
              if (number < 0) {
                throw new IllegalArgumentException(name + " is less than none");
              }
              all.put(entry.getKey(), number);
            });
    return all;
  }

  /// Words, each once.
  public SortedSet<String> words(String name) {
    var node = take(name);
    if (!node.isArray() || node.size() > ENTRIES) {
      throw new IllegalArgumentException(name + " is not a list of words");
    }
    var all = new TreeSet<String>();
    for (JsonNode each : node) {
      if (!each.isTextual() || !all.add(each.textValue())) {
        throw new IllegalArgumentException(name + " is not a list of words");
      }
    }
    return all;
  }

  /// An id.
  public Id id(String name) {
    return new Id(text(name));
  }

  /// An id, or nothing where there is no such field.
  public @Nullable Id idOrNone(String name) {
    return rest.has(name) ? id(name) : null;
  }

  /// Tell whether nothing was left over.
  public boolean allRead() {
    return rest.isEmpty();
  }
}
