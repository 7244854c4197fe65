package org.linkroom.intake;

import java.util.List;

/// Why a line cannot be taken.
///
/// @param column where it is; the whole line's faults stand at the school
/// @param key the last part of the key of its sentence
public record Fault(Column column, String key, List<String> values) {
  static Fault of(Column column, String key, Object... values) {
    return new Fault(column, key, List.of(values).stream().map(Object::toString).toList());
  }
}
