package org.linkroom.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linkroom.base.Id;

/// An adult who can sign in.
public record Person(Id id, String name, String email, List<Role> roles) {

  /// Tell whether she has a role of this kind anywhere.
  public boolean is(Role.Kind kind) {
    return roles.stream().anyMatch(role -> role.kind() == kind);
  }

  /// The classes of which she is an adult.
  public Set<Id> classes() {
    return roles.stream()
        .filter(role -> role.kind().ofClass() && role.classId() != null)
        .map(Role::classId)
        .collect(Collectors.toSet());
  }

  /// Tell whether she has a role of this kind for this class.
  public boolean is(Role.Kind kind, Id classId) {
    return roles.stream().anyMatch(r -> r.kind() == kind && classId.equals(r.classId()));
  }

  /// Tell whether she runs this programme, or the network.
  public boolean runs(Id programme) {
    return is(Role.Kind.COORDINATOR)
        || roles.stream()
            .anyMatch(r -> r.kind() == Role.Kind.FACILITATOR && programme.equals(r.programme()));
  }

  /// Tell whether she has a role of one of these kinds for this school.
  public boolean of(Id school, Set<Role.Kind> kinds) {
    return roles.stream().anyMatch(r -> kinds.contains(r.kind()) && school.equals(r.school()));
  }
}
