package org.linkroom.report;

import java.util.List;
import java.util.stream.Stream;

/// What is printed, kept or read as one: a title, one table or several with the same columns, and
/// what a reader must know of them.
///
/// @param notes sentences below the tables
public record Sheet(String title, List<Table> tables, List<String> notes) {
  /// Copies, and refuses tables that do not stand under the same columns.
  public Sheet {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
    if (tables.stream().map(Table::columns).distinct().count() != 1) {
      throw new IllegalArgumentException("the tables of a sheet have the same columns: " + title);
    }
  }

  /// The same with another sentence before its notes.
  public Sheet saying(String note) {
    return new Sheet(title, tables, Stream.concat(Stream.of(note), notes.stream()).toList());
  }

  /// Tell whether it is wide: such a sheet is printed across the paper.
  public boolean wide() {
    return tables.getFirst().columns().size() > 5;
  }
}
