package org.linkroom.activity;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linkroom.base.Id;

/// The pictures that each class may show in a lesson, in the order in which it put them there.
public record Shelf(SortedMap<Id, List<Picture>> byClass) {
  /// None.
  public static final Shelf NONE = new Shelf(Collections.emptySortedMap());

  /// Those of a class.
  public List<Picture> of(Id classId) {
    return byClass.getOrDefault(classId, List.of());
  }

  /// One of any class.
  public Optional<Picture> find(Id picture) {
    return byClass.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.id().equals(picture))
        .findFirst();
  }

  /// Tell whether there is none.
  public boolean bare() {
    return byClass.values().stream().allMatch(List::isEmpty);
  }

  /// The same with other pictures of a class.
  public Shelf with(Id classId, List<Picture> pictures) {
    var all = new TreeMap<>(byClass);
    all.put(classId, List.copyOf(pictures));
    return new Shelf(Collections.unmodifiableSortedMap(all));
  }
}
