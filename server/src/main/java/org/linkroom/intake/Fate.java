package org.linkroom.intake;

import java.util.List;

/// What becomes of a line.
public sealed interface Fate {
  /// It is taken, and this changes.
  record Taken(List<Step> steps) implements Fate {}

  /// All that it says is on record.
  record Unchanged() implements Fate {}

  /// It is left out as a whole.
  record Refused(List<Fault> faults) implements Fate {}

  /// A line with its fate.
  ///
  /// @param line where it stands in the file
  /// @param school as the file has it; may be empty
  /// @param label the class; empty: it is of the school alone
  record Of(int line, String school, String label, Fate fate) {}
}
