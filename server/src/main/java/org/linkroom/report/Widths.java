package org.linkroom.report;

/// How a table's columns share the paper's width.
final class Widths {
  private Widths() {}

  /// Share it: each column gets what its widest word needs, and of the rest as much as its widest
  /// cell wants; where all that is not enough, all are narrower alike, and words are broken.
  ///
  /// @param words the widest word of each column
  /// @param cells the widest cell of each column, at least as wide as its widest word
  /// @param whole the paper's width, above zero
  static float[] share(float[] words, float[] cells, float whole) {
    float least = sum(words);
    float wanted = sum(cells);
    var shares = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      if (wanted <= whole) {
        shares[i] = cells[i] + (whole - wanted) / words.length;
      } else if (least >= whole) {
        shares[i] = words[i] * whole / least;
      } else {
        shares[i] = words[i] + (cells[i] - words[i]) * (whole - least) / (wanted - least);
      }
    }
    return shares;
  }

  private static float sum(float[] all) {
    float sum = 0;
    for (float one : all) {
      sum += one;
    }
    return sum;
  }
}
