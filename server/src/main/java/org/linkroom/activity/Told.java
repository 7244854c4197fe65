package org.linkroom.activity;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// What the report of a lesson tells of one activity. Both classes print it, so it has nothing that
/// one of them may not know of the other.
///
/// @param what the end of its heading's key: "questions", "before"
/// @param drawn the lines of a sheet, the lowest first; its rows say what the sheet is about
public record Told(String what, List<Row> rows, List<Drawing.Stroke> drawn) {
  Told(String what, List<Row> rows) {
    this(what, rows, List.of());
  }

  /// One line of it.
  ///
  /// @param by the class whose it is, or nothing
  /// @param text as somebody wrote it, or nothing
  /// @param word the end of the key of one of our own words that stands before it, or nothing
  /// @param counts by class; `FEW` stands for one or two of them
  public record Row(@Nullable Id by, String text, String word, SortedMap<Id, Integer> counts) {}

  /// One or two: which of both is nobody's business.
  public static final int FEW = -1;

  static Row line(@Nullable Id by, String text, String word) {
    return new Row(by, text, word, Collections.emptySortedMap());
  }

  static Row counted(@Nullable Id by, String text, String word, SortedMap<Id, Integer> counts) {
    return new Row(by, text, word, counts);
  }

  /// Counts that tell of no single child.
  static SortedMap<Id, Integer> kind(SortedMap<Id, Integer> counts) {
    var next = new TreeMap<>(counts);
    next.replaceAll((id, count) -> count > 0 && count < CheckIn.FEW ? FEW : count);
    return next;
  }
}
