package org.linkroom.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What becomes of each line of a table. A line is taken as a whole or not at all; who relied on
/// one that is not taken is not taken either.
///
/// @param fates one for each line, in the order of the file
public record Plan(List<Fate.Of> fates) {
  /// All that is brought about, in its order.
  public Stream<Step> steps() {
    return fates.stream()
        .flatMap(
            of -> of.fate() instanceof Fate.Taken taken ? taken.steps().stream() : Stream.of());
  }

  /// Judge a table. The answer depends on what is given alone.
  ///
  /// @param me the address of who brings it, in small letters
  static Plan of(List<Row> rows, Ground ground, String me) {
    Map<Integer, Line> refused = new TreeMap<>();
    while (true) {
      var pass = new Pass(ground, me);
      var lines = new ArrayList<Line>();
      for (int i = 0; i < rows.size(); i++) {
        lines.add(refused.containsKey(i) ? refused.get(i) : pass.take(new Line(rows.get(i))));
      }
      for (int i = 0; i < lines.size(); i++) {
        if (!refused.containsKey(i)) {
          pass.link(lines.get(i));
        }
      }
      int before = refused.size();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).good()) {
          refused.put(i, lines.get(i));
        }
      }
      if (refused.size() == before) {
        return new Plan(lines.stream().map(Line::of).toList());
      }
    }
  }

  /// One reading of the whole table: what is on record, and on top of it what its lines bring.
  private static final class Pass {
    private final String me;
    private final Map<String, Ground.School> schools;
    private final Map<String, Ground.SchoolClass> classes;
    private final LinkRules links;
    private final Line.Said said = new Line.Said();

    Pass(Ground ground, String me) {
      this.me = me;
      schools = new HashMap<>(ground.schools());
      classes = new HashMap<>(ground.classes());
      links = new LinkRules(ground.partners(), classes);
    }

    /// Schools, classes and adults. A line with a fault leaves nothing behind.
    Line take(Line line) {
      if (!line.good() && !line.has(Column.SCHOOL)) {
        return line;
      }
      var school = SchoolRules.judge(line, schools, said.of(line.school()), me);
      if (ClassRules.speaks(line)) {
        var its = ClassRules.judge(line, school, classes, said.of(line.schoolClass()));
        if (line.good()) {
          classes.put(line.schoolClass(), its);
          var columns = new HashSet<>(Column.OF_CLASS);
          columns.add(Column.TEACHER_EMAIL);
          said.keep(line.schoolClass(), columns, line);
        }
      }
      if (line.good()) {
        schools.put(line.school(), school);
        said.keep(line.school(), Column.OF_SCHOOL, line);
      }
      return line;
    }

    void link(Line line) {
      if (line.good()) {
        links.judge(line);
      }
    }
  }
}
