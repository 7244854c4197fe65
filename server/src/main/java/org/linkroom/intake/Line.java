package org.linkroom.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One line while it is judged: its cells as they would be kept, what is wrong with it, and what it
/// brings about.
final class Line {
  private final Row row;
  private final Map<Column, String> cells = new EnumMap<>(Column.class);
  private final List<Fault> faults = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  Line(Row row) {
    this.row = row;
    row.cells()
        .forEach(
            (column, cell) -> {
              String kept = Cells.read(column, cell, faults);
              if (!kept.isEmpty()) {
                cells.put(column, kept);
              }
            });
    if (row.beyond()) {
      wrong(Column.SCHOOL, "beyond");
    }
    needs(Column.SCHOOL);
  }

  int number() {
    return row.line();
  }

  String get(Column column) {
    return cells.getOrDefault(column, "");
  }

  boolean has(Column column) {
    return cells.containsKey(column);
  }

  /// By what its school is known.
  String school() {
    return Ground.key(get(Column.SCHOOL));
  }

  /// By what its class is known.
  String schoolClass() {
    return Ground.key(get(Column.SCHOOL), get(Column.CLASS));
  }

  void wrong(Column column, String key, Object... values) {
    faults.add(Fault.of(column, key, values));
  }

  /// A cell that must be there. One that is there and wrong is told of already.
  void needs(Column column) {
    if (row.get(column).isEmpty()) {
      wrong(column, "missing");
    }
  }

  boolean good() {
    return faults.isEmpty();
  }

  void brings(Step step) {
    steps.add(step);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /// What becomes of it, where it was judged to the end.
  Fate fate() {
    if (!faults.isEmpty()) {
      return new Fate.Refused(List.copyOf(faults));
    }
    return steps.isEmpty() ? new Fate.Unchanged() : new Fate.Taken(List.copyOf(steps));
  }

  Fate.Of of() {
    return new Fate.Of(row.line(), cut(Column.SCHOOL), cut(Column.CLASS), fate());
  }

  /// A name as the file has it, however long.
  private String cut(Column column) {
    String cell = row.get(column);
    return cell.codePointCount(0, cell.length()) <= 120
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, 120));
  }

  /// What a thing's columns hold once this line is taken, and which of them change. A line that
  /// says otherwise than one above it is wrong: which of both is meant, nobody can know.
  Merged merge(Set<Column> columns, Map<Column, String> before, Map<Column, Integer> said) {
    var after = new EnumMap<Column, String>(Column.class);
    after.putAll(before);
    var changes = new ArrayList<Step.Change>();
    for (Column column : columns) {
      String cell = get(column);
      String was = before.getOrDefault(column, "");
      if (cell.isEmpty() || cell.equals(was)) {
        continue;
      }
      Integer above = said.get(column);
      if (above != null) {
        wrong(column, "otherwise", above);
      }
      changes.add(new Step.Change(column, was, cell));
      after.put(column, cell);
    }
    return new Merged(Collections.unmodifiableMap(after), List.copyOf(changes));
  }

  record Merged(Map<Column, String> after, List<Step.Change> changes) {}

  /// Which columns of a thing were said by which line.
  static final class Said {
    private final Map<String, Map<Column, Integer>> all = new HashMap<>();

    Map<Column, Integer> of(String thing) {
      return all.getOrDefault(thing, Map.of());
    }

    void keep(String thing, Set<Column> columns, Line line) {
      var said = all.computeIfAbsent(thing, none -> new EnumMap<>(Column.class));
      columns.stream().filter(line::has).forEach(c -> said.putIfAbsent(c, line.number()));
    }
  }
}
