package org.linkroom.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.linkroom.people.Person;
import org.linkroom.people.Role;

/// Who may call a route. Whether a thing is yours is asked by its handler, which answers a stranger
/// that there is no such thing.
public sealed interface Who {
  /// Anybody, signed in or not.
  record Anyone() implements Who {}

  /// Any adult who is signed in.
  record SignedIn() implements Who {}

  /// An adult with one of these roles, for whatever thing.
  record Having(Set<Role.Kind> kinds) implements Who {}

  /// Anybody.
  static Who anyone() {
    return new Anyone();
  }

  /// Any signed-in adult.
  static Who signedIn() {
    return new SignedIn();
  }

  /// A holder of one of these roles.
  static Who having(Role.Kind... kinds) {
    return new Having(Set.copyOf(Arrays.asList(kinds)));
  }

  /// Tell whether somebody, or nobody, may call.
  default boolean admits(Optional<Person> person) {
    return switch (this) {
      case Anyone anyone -> true;
      case SignedIn signedIn -> person.isPresent();
      case Having having -> person.stream().anyMatch(p -> having.kinds().stream().anyMatch(p::is));
    };
  }
}
