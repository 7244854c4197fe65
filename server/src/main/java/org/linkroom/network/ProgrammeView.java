package org.linkroom.network;

import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.people.Person;

/// A local linking programme.
///
/// @param team how its team calls itself, or nothing
/// @param aliases other names that people know the place by
/// @param email where schools write to, or nothing
/// @param phone a number to ring, or nothing
/// @param website an https address, or nothing
/// @param recruiting whether it takes new schools
/// @param lado how to reach the local authority's designated officer for allegations about adults
public record ProgrammeView(
    Id id,
    String name,
    String team,
    List<String> aliases,
    String email,
    String phone,
    String website,
    boolean recruiting,
    boolean archived,
    String lado) {
  /// Tell whether somebody may see its pages and change what is in it.
  public boolean runBy(Person person) {
    return person.runs(id);
  }
}
