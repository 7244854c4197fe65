package org.linkroom.bench;

import java.util.Arrays;

/// What a page may read from end to end, and why: it shows something of every row.
enum Rightly {
  /// A programme's own figures have no need of the others'.
  FIGURES(
      "a year's figures of the whole network count all of its links, sessions, classes and schools",
      "SELECT .* AS what\\b(?=.*\\byear = \\$1)(?!.*programme = \\$).*");

  private final String why;
  private final String statement;

  /// @param statement what such a statement looks like
  Rightly(String why, String statement) {
    this.why = why;
    this.statement = statement;
  }

  String why() {
    return why;
  }

  boolean means(Plans.Read read) {
    return read.statement().matches(statement);
  }

  /// Tell whether a table may be read so.
  static boolean whole(Plans.Read read) {
    return Arrays.stream(values()).anyMatch(each -> each.means(read));
  }
}
