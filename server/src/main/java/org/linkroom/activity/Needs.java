package org.linkroom.activity;

import java.util.List;
import org.linkroom.base.Text;

/// What a class needs in a lesson. It is the class's, never a child's.
///
/// @param calm nothing moves on its screens that need not
/// @param hushed its screens make no sudden sound
/// @param longer thinking time is half as long again; the partner waits as long
/// @param rules its own ground rules, read with those of the plan
public record Needs(boolean calm, boolean hushed, boolean longer, List<String> rules) {
  /// Rules of one class.
  public static final int RULES = 4;

  /// Characters of one.
  public static final int CHARACTERS = 100;

  /// A class that needs nothing but the usual.
  public static final Needs NONE = new Needs(false, false, false, List.of());

  /// As they are kept, one rule a line.
  public static Needs of(boolean calm, boolean hushed, boolean longer, String rules) {
    return new Needs(calm, hushed, longer, Text.lines(rules));
  }
}
