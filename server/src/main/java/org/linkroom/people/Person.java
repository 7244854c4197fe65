package org.linkroom.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /// The programmes that she is a facilitator of.
  public List<Id> programmes() {
    return roles.stream()
        .filter(role -> role.kind() == Role.Kind.FACILITATOR)
        .flatMap(role -> Stream.ofNullable(role.programme()))
        .distinct()
        .toList();
  }

  /// The schools of which she is head, office or safeguarding lead.
  public List<Id> schools() {
    return roles.stream().flatMap(role -> Stream.ofNullable(role.school())).distinct().toList();
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
