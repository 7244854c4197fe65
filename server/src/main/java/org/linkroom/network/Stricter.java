package org.linkroom.network;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The stricter school's settings hold for all classes of a link (the network's own safeguarding
/// rule). This says which, whose they are, and for whom that is stricter than their own.
public final class Stricter {
  /// From the strictest on.
  private static final List<String> CAMERA = List.of("none", "hands", "wide");

  private static final List<String> PHOTOS = List.of("none", "no-faces", "faces");
  private static final List<String> NAMES = List.of("none", "first");

  private Stricter() {}

  /// One setting that is stricter than somebody's own.
  ///
  /// @param what camera, photos or names
  /// @param value what holds
  /// @param whose the schools that set it so; their heads and offices can change it
  /// @param others the schools that would allow more
  public record Held(String what, String value, List<String> whose, List<String> others) {}

  /// What holds for these classes and is not what each of their schools has set.
  public static List<Held> of(List<ClassView> classes) {
    return Stream.of(
            held("camera", CAMERA, ClassView::camera, classes),
            held("photos", PHOTOS, ClassView::photos, classes),
            held("names", NAMES, ClassView::names, classes))
        .filter(held -> !held.others().isEmpty())
        .toList();
  }

  /// What holds for these classes, by what it is about, whether their schools agree or not.
  public static Map<String, String> all(List<ClassView> classes) {
    return Map.of(
        "camera", held("camera", CAMERA, ClassView::camera, classes).value(),
        "photos", held("photos", PHOTOS, ClassView::photos, classes).value(),
        "names", held("names", NAMES, ClassView::names, classes).value());
  }

  private static Held held(
      String what, List<String> order, Function<ClassView, String> set, List<ClassView> classes) {
    String value =
        order.stream()
            .filter(one -> classes.stream().anyMatch(c -> set.apply(c).equals(one)))
            .findFirst()
            .orElse(order.getFirst());
    return new Held(
        what,
        value,
        schools(classes.stream().filter(c -> set.apply(c).equals(value))),
        schools(classes.stream().filter(c -> !set.apply(c).equals(value))));
  }

  private static List<String> schools(Stream<ClassView> classes) {
    return classes.map(ClassView::schoolName).distinct().toList();
  }
}
