package org.linkroom.activity;

import java.util.Locale;

/// How far a question reaches: the six communities of linking's grid, from oneself to the world.
public enum Scope {
  SELF,
  CLASS,
  SCHOOL,
  LOCAL,
  NATION,
  WORLD;

  /// As it stands in plans.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Where a question is asked most, if a plan says nothing else.
  static Scope usual(Segment.Theme question) {
    return switch (question) {
      case ME -> SELF;
      case US -> CLASS;
      case PLACE -> LOCAL;
      case TOGETHER -> SCHOOL;
    };
  }
}
