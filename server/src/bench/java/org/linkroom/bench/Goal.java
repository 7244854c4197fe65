package org.linkroom.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// One figure to reach.
///
/// @param what said in words
/// @param unit of the figures; empty for a ratio
/// @param required what must be reached
/// @param aim what would be best
record Goal(String what, String unit, double required, double aim) {
  /// Whether a greater figure is a better one.
  boolean more() {
    return aim > required;
  }

  boolean met(double figure) {
    return reaches(figure, required);
  }

  boolean aimed(double figure) {
    return reaches(figure, aim);
  }

  private boolean reaches(double figure, double bound) {
    return more() ? figure >= bound : figure <= bound;
  }

  /// The worst of some runs; one that did not end with a figure is worse than any.
  double worst(List<Double> runs) {
    if (runs.stream().anyMatch(run -> run.isNaN())) {
      return Double.NaN;
    }
    return more() ? Collections.min(runs) : Collections.max(runs);
  }

  /// A figure with as many digits as one can believe.
  static String figure(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double size = Math.abs(value);
    String shape = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, shape, value);
  }
}
