package org.linkroom.network;

import java.util.List;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.people.Role;

/// A school, or another partner of a link, with how it wishes to be met, and who may do what with
/// it.
///
/// @param phase primary, secondary, all-through, special, or partner for a group that is no school
/// @param domains the mail domains of its adults; empty: any
/// @param camera the widest that a camera may show: wide, hands or none
/// @param photos what a picture may show: faces, no-faces or none
/// @param names how a child may be called: first or none
/// @param leaderYes whether a senior leader says yes once (standing) or to each session (each)
/// @param archived whether it is no longer part of the network
public record SchoolView(
    Id id,
    Id programme,
    String programmeName,
    String name,
    String town,
    String phase,
    String character,
    String governance,
    String phone,
    String email,
    String governorsEmail,
    List<String> domains,
    String camera,
    String photos,
    String names,
    String leaderYes,
    boolean archived) {
  private static final Set<Role.Kind> KEEPERS = Set.of(Role.Kind.HEADTEACHER, Role.Kind.OFFICE);
  private static final Set<Role.Kind> LEADERS =
      Set.of(Role.Kind.HEADTEACHER, Role.Kind.SAFEGUARDING);
  private static final Set<Role.Kind> STAFF =
      Set.of(Role.Kind.HEADTEACHER, Role.Kind.OFFICE, Role.Kind.SAFEGUARDING);

  /// Tell whether somebody may know of its pages at all: its head, office and safeguarding lead,
  /// and those who run its programme.
  public boolean shownTo(Person person) {
    return person.runs(programme) || person.of(id, STAFF);
  }

  /// Tell whether somebody may change what is on record of it: its head and office, and those who
  /// run its programme.
  public boolean keptBy(Person person) {
    return person.runs(programme) || person.of(id, KEEPERS);
  }

  /// Tell whether somebody answers for its children: its head and its safeguarding lead.
  public boolean ledBy(Person person) {
    return person.of(id, LEADERS);
  }

  /// Tell whether somebody says whom the school trusts with its children: its head, and those who
  /// run its programme.
  public boolean decidedBy(Person person) {
    return headedBy(person) || person.runs(programme);
  }

  /// Tell whether somebody is its head.
  public boolean headedBy(Person person) {
    return person.of(id, Set.of(Role.Kind.HEADTEACHER));
  }
}
