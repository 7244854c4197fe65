package org.linkroom.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.linkroom.intake.Ground.School;
import org.linkroom.intake.Ground.SchoolClass;

/// What a line says of its class and of who leads it.
final class ClassRules {
  private ClassRules() {}

  /// Tell whether a line speaks of a class at all. Cells of a class without its name are wrong.
  static boolean speaks(Line line) {
    if (line.has(Column.CLASS)) {
      return true;
    }
    Column.WITH_CLASS.stream()
        .filter(line::has)
        .findFirst()
        .ifPresent(cell -> line.wrong(Column.CLASS, "whichclass"));
    return false;
  }

  /// The class once this line is taken.
  static SchoolClass judge(
      Line line, School school, Map<String, SchoolClass> classes, Map<Column, Integer> said) {
    if (line.get(Column.YEAR_GROUP).equals("-1")
        && !school.facts().getOrDefault(Column.PHASE, "").equals("partner")) {
      line.wrong(Column.YEAR_GROUP, "number", 0, Column.YEAR_GROUP.most());
    }
    var before = classes.get(line.schoolClass());
    return before == null ? made(line, school) : changed(line, before, said);
  }

  private static SchoolClass made(Line line, School school) {
    boolean partner = school.facts().getOrDefault(Column.PHASE, "").equals("partner");
    if (!partner) {
      line.needs(Column.YEAR_GROUP);
    }
    line.needs(Column.CHILDREN);
    line.needs(Column.TEACHER);
    line.needs(Column.TEACHER_EMAIL);
    var facts = new EnumMap<Column, String>(Column.class);
    if (partner) {
      facts.put(Column.YEAR_GROUP, "-1");
    }
    facts.putAll(line.merge(Column.OF_CLASS, Map.of(), Map.of()).after());
    String label = line.get(Column.CLASS).replaceAll("\\s+", " ");
    String email = line.get(Column.TEACHER_EMAIL);
    line.brings(
        new Step.NewClass(
            school.name(),
            label,
            facts.entrySet().stream()
                .map(fact -> new Step.Change(fact.getKey(), "", fact.getValue()))
                .toList(),
            line.get(Column.TEACHER),
            email));
    return new SchoolClass(
        null, school.name(), label, Collections.unmodifiableMap(facts), false, email);
  }

  private static SchoolClass changed(Line line, SchoolClass before, Map<Column, Integer> said) {
    if (before.archived()) {
      line.wrong(Column.CLASS, "archived");
    }
    var merged = line.merge(Column.OF_CLASS, before.facts(), said);
    if (!merged.changes().isEmpty()) {
      line.brings(new Step.ChangedClass(before.school(), before.label(), merged.changes()));
    }
    return new SchoolClass(
        before.id(),
        before.school(),
        before.label(),
        merged.after(),
        false,
        lead(line, before, said));
  }

  /// A teacher's name alone changes nothing: people are known by their addresses.
  private static String lead(Line line, SchoolClass before, Map<Column, Integer> said) {
    String email = line.get(Column.TEACHER_EMAIL);
    if (email.isEmpty() || email.equals(before.lead())) {
      return before.lead();
    }
    Integer above = said.get(Column.TEACHER_EMAIL);
    if (above != null) {
      line.wrong(Column.TEACHER_EMAIL, "otherwise", above);
    }
    line.needs(Column.TEACHER);
    line.brings(new Step.NewLead(before.school(), before.label(), line.get(Column.TEACHER), email));
    return email;
  }
}
