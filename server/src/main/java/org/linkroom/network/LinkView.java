package org.linkroom.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.people.Role;

/// A link with its classes in their order, and who may do what with it.
///
/// @param year the calendar year in which its school year begins
/// @param kind between, within, halves, special or partner
/// @param state brokered, live or ended
public record LinkView(
    Id id,
    Id programme,
    String programmeName,
    int year,
    String kind,
    String state,
    List<ClassView> classes) {
  private static final Set<Role.Kind> OF_SCHOOL =
      Set.of(Role.Kind.HEADTEACHER, Role.Kind.SAFEGUARDING, Role.Kind.OFFICE);

  private static final Set<Role.Kind> GUESTS =
      Set.of(Role.Kind.HEADTEACHER, Role.Kind.SAFEGUARDING);

  /// Tell whether sessions may be held.
  public boolean live() {
    return state.equals("live");
  }

  /// Tell whether it is over: it is on record, and nothing more happens in it.
  public boolean ended() {
    return state.equals("ended");
  }

  /// "4B and 4K".
  public String title() {
    return classes.stream().map(ClassView::label).collect(Collectors.joining(" and "));
  }

  /// The classes of which somebody is an adult. The lead teacher is one by her role, which ends
  /// when she leaves.
  public List<ClassView> mine(Person person) {
    var hers = person.classes();
    return classes.stream().filter(c -> hers.contains(c.id())).toList();
  }

  /// The others.
  public List<ClassView> partners(Person person) {
    var mine = mine(person);
    return classes.stream().filter(c -> !mine.contains(c)).toList();
  }

  /// Tell whether somebody may know of the link at all.
  public boolean shownTo(Person person) {
    return !mine(person).isEmpty()
        || person.runs(programme)
        || classes.stream().anyMatch(c -> person.of(c.school(), OF_SCHOOL));
  }

  /// Tell whether somebody who is no adult of a class may come in as a guest, seen by every adult.
  public boolean looksIn(Person person) {
    return person.runs(programme) || classes.stream().anyMatch(c -> person.of(c.school(), GUESTS));
  }

  /// Tell whether somebody is the class's lead teacher or an own adult who may plan for it.
  public boolean plans(Person person) {
    return classes.stream().anyMatch(c -> person.is(Role.Kind.TEACHER, c.id()));
  }

  /// Tell whether somebody may name a cover adult for a class.
  public boolean mayCover(Person person, Id classId) {
    return find(classId).stream()
        .anyMatch(
            c ->
                (c.lead().equals(person.id()) && person.is(Role.Kind.TEACHER, c.id()))
                    || person.of(c.school(), Set.of(Role.Kind.HEADTEACHER, Role.Kind.SAFEGUARDING))
                    || person.runs(programme));
  }

  /// One of its classes.
  public Optional<ClassView> find(Id classId) {
    return classes.stream().filter(c -> c.id().equals(classId)).findFirst();
  }
}
