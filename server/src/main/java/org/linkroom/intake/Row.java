package org.linkroom.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// One line of a table as it came.
///
/// @param line where it begins in the file, from 1
/// @param cells those that are not empty, without the blanks around them
/// @param beyond whether it has more cells than the table has columns
record Row(int line, Map<Column, String> cells, boolean beyond) {
  Row {
    var copy = new EnumMap<Column, String>(Column.class);
    copy.putAll(cells);
    cells = Collections.unmodifiableMap(copy);
  }

  /// A cell; empty where there is none.
  String get(Column column) {
    return cells.getOrDefault(column, "");
  }
}
