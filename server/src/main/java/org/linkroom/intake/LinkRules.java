package org.linkroom.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.linkroom.intake.Ground.SchoolClass;

/// What a line says of its class's partner. A class of a table is in one link; more, and three
/// classes together, are linked by their pages, which say what there is to know first.
final class LinkRules {
  private final Map<String, Set<String>> partners;
  private final Map<String, SchoolClass> classes;
  private final Map<String, String> made = new HashMap<>();
  private final Map<String, Integer> madeBy = new HashMap<>();

  /// @param partners who is linked with whom already
  /// @param classes all that there are once the table is taken
  LinkRules(Map<String, Set<String>> partners, Map<String, SchoolClass> classes) {
    this.partners = partners;
    this.classes = classes;
  }

  /// Judge a line whose school and class are in order.
  void judge(Line line) {
    if (!line.has(Column.PARTNER_SCHOOL) && !line.has(Column.PARTNER_CLASS)) {
      return;
    }
    line.needs(Column.PARTNER_SCHOOL);
    line.needs(Column.PARTNER_CLASS);
    if (!line.good()) {
      return;
    }
    String one = line.schoolClass();
    String other = Ground.key(line.get(Column.PARTNER_SCHOOL), line.get(Column.PARTNER_CLASS));
    var partner = classes.get(other);
    if (one.equals(other)) {
      line.wrong(Column.PARTNER_CLASS, "itself");
    } else if (partner == null || partner.archived()) {
      line.wrong(Column.PARTNER_CLASS, "nopartner");
    } else if (!partners.getOrDefault(one, Set.of()).contains(other)) {
      link(line, one, other, partner);
    }
  }

  private void link(Line line, String one, String other, SchoolClass partner) {
    if (other.equals(made.get(one))) {
      int above = madeBy.getOrDefault(one, line.number());
      line.brings(new Step.LinkedAbove(partner.school(), partner.label(), above));
    } else if (taken(one)) {
      line.wrong(Column.CLASS, "linked");
    } else if (taken(other)) {
      line.wrong(Column.PARTNER_CLASS, "linked");
    } else {
      make(line, one, other, partner);
    }
  }

  private boolean taken(String schoolClass) {
    return made.containsKey(schoolClass) || !partners.getOrDefault(schoolClass, Set.of()).isEmpty();
  }

  private void make(Line line, String one, String other, SchoolClass partner) {
    made.put(one, other);
    made.put(other, one);
    madeBy.put(one, line.number());
    madeBy.put(other, line.number());
    var own = classes.get(one);
    if (own != null) {
      boolean years = !year(own).equals(year(partner));
      line.brings(
          new Step.Linked(own.school(), own.label(), partner.school(), partner.label(), years));
    }
  }

  private static String year(SchoolClass of) {
    return of.facts().getOrDefault(Column.YEAR_GROUP, "");
  }
}
