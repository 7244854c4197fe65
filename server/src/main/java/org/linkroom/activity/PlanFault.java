package org.linkroom.activity;

/// A run plan's file that cannot be taken, with the line that is wrong and a sentence that says
/// how.
public final class PlanFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  PlanFault(String file, int line, String sentence) {
    super(file + ", line " + line + ": " + sentence);
    this.line = line;
  }

  /// The line, counted from 1.
  public int line() {
    return line;
  }
}
