package org.linkroom.report;

import java.util.ArrayList;
import java.util.List;

/// A table as it goes onto a page, into a spreadsheet and onto paper: lines of texts under the
/// names of their columns.
///
/// @param name what it shows
/// @param total the line below the others; empty where nothing is summed
public record Table(String name, List<Column> columns, List<Row> rows, List<String> total) {
  /// Copies, and refuses a line that has not one cell for each column.
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    total = List.copyOf(total);
    int width = columns.size();
    if (width == 0 || rows.stream().anyMatch(row -> row.cells().size() != width)) {
      throw new IllegalArgumentException("a table needs a cell for each column: " + name);
    }
  }

  /// What a column holds: words, whole numbers, or whole numbers that make sense together.
  public enum Kind {
    TEXT,
    NUMBER,
    SUM
  }

  /// One column.
  public record Column(String name, Kind kind) {
    /// Tell whether it holds numbers, which stand below one another.
    public boolean number() {
      return kind != Kind.TEXT;
    }
  }

  /// One line.
  ///
  /// @param to the page that says more, or nothing
  public record Row(List<String> cells, String to) {
    /// Copies.
    public Row {
      cells = List.copyOf(cells);
    }

    /// Cells of words and numbers.
    public static Row of(String to, Object... cells) {
      return new Row(List.of(cells).stream().map(Object::toString).toList(), to);
    }
  }

  /// A table without a line of sums.
  public static Table of(String name, List<Column> columns, List<Row> rows) {
    return new Table(name, columns, rows, List.of());
  }

  /// The same with a line of sums; one line needs none, nor do columns of which none is summed.
  ///
  /// @param word what stands at the line's beginning
  public Table summed(String word) {
    if (rows.size() < 2 || columns.stream().noneMatch(c -> c.kind() == Kind.SUM)) {
      return this;
    }
    var sums = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      sums.add(i == 0 ? word : columns.get(i).kind() == Kind.SUM ? Long.toString(sum(i)) : "");
    }
    return new Table(name, columns, rows, sums);
  }

  private long sum(int column) {
    return rows.stream().mapToLong(row -> Long.parseLong(row.cells().get(column))).sum();
  }
}
