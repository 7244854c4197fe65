package org.linkroom.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// What is on record of a programme in one school year, as far as a table can speak of it.
///
/// @param schools by the key of their names
/// @param classes by the key of their school's name and their own
/// @param partners the classes that a class is linked with, by the same keys
public record Ground(
    Map<String, School> schools,
    Map<String, SchoolClass> classes,
    Map<String, Set<String>> partners) {

  /// A school.
  ///
  /// @param id none: this table makes it
  /// @param facts what stands in its columns; what is not there is empty
  /// @param heads their addresses
  /// @param safeguarding theirs
  public record School(
      @Nullable Id id,
      String name,
      Map<Column, String> facts,
      boolean archived,
      Set<String> heads,
      Set<String> safeguarding) {}

  /// A class.
  ///
  /// @param id none: this table makes it
  /// @param lead the address of its lead teacher; empty: nobody leads it
  public record SchoolClass(
      @Nullable Id id,
      String school,
      String label,
      Map<Column, String> facts,
      boolean archived,
      String lead) {}

  /// By what a name is known again: whatever its capitals and blanks.
  static String key(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The same of a class.
  static String key(String school, String label) {
    return key(school) + "\n" + key(label);
  }
}
