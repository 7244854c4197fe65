package org.linkroom.intake;

import java.util.List;
import org.linkroom.people.Role;

/// One thing that a line of a table brings about.
public sealed interface Step {
  /// A cell that is another than what is on record.
  ///
  /// @param before empty: nothing was on record
  record Change(Column column, String before, String after) {}

  /// A school that was not known.
  record NewSchool(String school, List<Change> facts) implements Step {}

  /// Something else is on record of a school from now on.
  record ChangedSchool(String school, List<Change> changes) implements Step {}

  /// Somebody answers for a school's children from now on.
  ///
  /// @param kind head or safeguarding lead
  record Named(String school, Role.Kind kind, String name, String email) implements Step {}

  /// A class that was not known, with its lead teacher.
  record NewClass(String school, String label, List<Change> facts, String lead, String email)
      implements Step {}

  /// Something else is on record of a class from now on.
  record ChangedClass(String school, String label, List<Change> changes) implements Step {}

  /// A class has another lead teacher from now on.
  record NewLead(String school, String label, String lead, String email) implements Step {}

  /// Two classes are linked.
  ///
  /// @param years whether they are of different year groups
  record Linked(
      String school, String label, String partnerSchool, String partnerLabel, boolean years)
      implements Step {}

  /// The link that another line makes.
  ///
  /// @param line which
  record LinkedAbove(String partnerSchool, String partnerLabel, int line) implements Step {}
}
