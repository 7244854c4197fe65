package org.linkroom.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// What is looked at before classes are linked: what kind of link it is, and what one should know
/// and may go on from.
public final class LinkCheck {
  private LinkCheck() {}

  /// A class that may be linked.
  ///
  /// @param phase its school's
  /// @param year the calendar year in which its school year begins
  /// @param linkedWith the classes that it is linked with already; empty: none
  public record Choice(ClassView view, String phase, int year, String linkedWith) {
    /// Tell whether it is a group of no school, such as a care home's.
    public boolean partner() {
      return phase.equals("partner");
    }
  }

  /// Something to know before linking; the last part of the key of its sentence.
  public record Warning(String key, List<String> values) {
    private static Warning of(String key, String... values) {
      return new Warning(key, List.of(values));
    }
  }

  /// What kind of link these classes make: with another partner, halves of one class, within one
  /// school, of a special and a mainstream school, or between schools.
  public static String kind(List<Choice> classes, boolean halves) {
    if (halves) {
      return "halves";
    }
    if (classes.stream().anyMatch(Choice::partner)) {
      return "partner";
    }
    if (classes.stream().map(c -> c.view().school()).distinct().count() == 1) {
      return "within";
    }
    long special = classes.stream().filter(c -> c.phase().equals("special")).count();
    return special > 0 && special < classes.size() ? "special" : "between";
  }

  /// What to know of these classes, in the order in which it matters.
  public static List<Warning> warnings(List<Choice> classes, boolean halves) {
    var all = new ArrayList<Warning>();
    var years =
        classes.stream()
            .filter(c -> c.view().yearGroup() >= 0)
            .map(c -> c.view().yearGroup())
            .distinct()
            .sorted()
            .toList();
    if (years.size() > 1) {
      all.add(Warning.of("years", years.stream().map(LinkCheck::yearName).collect(joined())));
    }
    classes.stream()
        .filter(c -> !c.linkedWith().isEmpty())
        .forEach(c -> all.add(Warning.of("linked", c.view().label(), c.linkedWith())));
    if (!halves && classes.stream().map(c -> c.view().lead()).distinct().count() < classes.size()) {
      all.add(Warning.of("lead"));
    }
    if (classes.stream().allMatch(Choice::partner)) {
      all.add(Warning.of("partners"));
    }
    return List.copyOf(all);
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  /// How schools in England call a year group.
  public static String yearName(int yearGroup) {
    return yearGroup == 0 ? "Reception" : "Year " + yearGroup;
  }
}
