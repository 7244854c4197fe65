package org.linkroom.bench;

import java.util.List;

/// One thing that is measured, with one goal or more. It can be run alone: `-Dbench=name`.
interface Row {
  /// Its name on the command line.
  String name();

  /// What its figures are and should be.
  List<Goal> goals();

  /// Whether it compares with the floor or with peers, and so needs the folder of tools.
  default boolean beside() {
    return false;
  }

  /// Start what all its runs share.
  Runs open(Ground ground) throws Exception;

  /// Its runs, one after the other.
  interface Runs extends AutoCloseable {
    /// Measure once.
    Reading run() throws Exception;

    @Override
    default void close() {}
  }

  /// What one run found.
  ///
  /// @param figures one for each goal
  /// @param beside what was seen besides, for the report
  record Reading(List<Double> figures, String beside) {
    static Reading of(double figure, String beside) {
      return new Reading(List.of(figure), beside);
    }
  }
}
