package org.linkroom.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.linkroom.intake.Ground.School;
import org.linkroom.people.Role;

/// What a line says of its school and of those who answer for its children.
final class SchoolRules {
  /// What a new school is where the table says nothing else; pages offer the same first.
  private static final Map<Column, String> USUAL =
      Map.of(Column.CHARACTER, "non-denominational", Column.GOVERNANCE, "community");

  private SchoolRules() {}

  /// The school once this line is taken.
  ///
  /// @param me the address of who brings the table: nobody gives herself what reads concerns
  static School judge(
      Line line, Map<String, School> schools, Map<Column, Integer> said, String me) {
    var before = schools.get(line.school());
    var school = before == null ? made(line) : changed(line, before, said);
    var heads =
        named(
            line,
            school,
            Role.Kind.HEADTEACHER,
            Column.HEAD,
            Column.HEAD_EMAIL,
            school.heads(),
            me);
    var leads =
        named(
            line,
            school,
            Role.Kind.SAFEGUARDING,
            Column.SAFEGUARDING_LEAD,
            Column.SAFEGUARDING_EMAIL,
            school.safeguarding(),
            me);
    return new School(school.id(), school.name(), school.facts(), false, heads, leads);
  }

  private static School made(Line line) {
    line.needs(Column.TOWN);
    line.needs(Column.PHASE);
    line.needs(Column.GOVERNORS_EMAIL);
    var merged = line.merge(Column.OF_SCHOOL, Map.of(), Map.of());
    var facts = new EnumMap<Column, String>(Column.class);
    facts.putAll(USUAL);
    facts.putAll(merged.after());
    String name = line.get(Column.SCHOOL).replaceAll("\\s+", " ");
    line.brings(
        new Step.NewSchool(
            name,
            facts.entrySet().stream()
                .map(fact -> new Step.Change(fact.getKey(), "", fact.getValue()))
                .toList()));
    return new School(null, name, Collections.unmodifiableMap(facts), false, Set.of(), Set.of());
  }

  private static School changed(Line line, School before, Map<Column, Integer> said) {
    if (before.archived()) {
      line.wrong(Column.SCHOOL, "archived");
    }
    var merged = line.merge(Column.OF_SCHOOL, before.facts(), said);
    if (!merged.changes().isEmpty()) {
      line.brings(new Step.ChangedSchool(before.name(), merged.changes()));
    }
    return new School(
        before.id(), before.name(), merged.after(), false, before.heads(), before.safeguarding());
  }

  /// Who holds a role once this line is taken. One more is named; who has left is ended by a press
  /// of the school's own page, not by a table.
  private static Set<String> named(
      Line line,
      School school,
      Role.Kind kind,
      Column nameAt,
      Column emailAt,
      Set<String> holders,
      String me) {
    if (!line.has(nameAt) && !line.has(emailAt)) {
      return holders;
    }
    line.needs(emailAt);
    String email = line.get(emailAt);
    if (holders.contains(email)) {
      return holders;
    }
    line.needs(nameAt);
    if (email.equals(me)) {
      line.wrong(emailAt, "yourself");
    }
    line.brings(new Step.Named(school.name(), kind, line.get(nameAt), email));
    var more = new LinkedHashSet<>(holders);
    more.add(email);
    return Collections.unmodifiableSet(more);
  }
}
