package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.linkroom.base.Id;

/// How long each class's microphone has heard speech. It counts nobody's words and is no mark: the
/// adults read a balance, and whom to ask where it leans.
///
/// @param seconds by class
/// @param told when each class's microphone last told of it
public record Airtime(SortedMap<Id, Integer> seconds, SortedMap<Id, Instant> told) {
  /// Nobody has been heard.
  public static final Airtime NONE =
      new Airtime(Collections.emptySortedMap(), Collections.emptySortedMap());

  /// Below so many seconds of all classes a balance says nothing.
  public static final int ENOUGH = 60;

  /// A class was heard for some seconds since it last told: for as many at most as have passed.
  Airtime heard(Id classId, int more, Scene scene, Instant now) {
    Instant last = told.getOrDefault(classId, scene.since());
    Instant from = last.isBefore(scene.since()) ? scene.since() : last;
    long passed = Math.max(0, Duration.between(from, now).toSeconds());
    int counted = (int) Math.min(more, passed);
    if (counted == 0) {
      return this;
    }
    var all = new TreeMap<>(seconds);
    all.merge(classId, counted, Integer::sum);
    var when = new TreeMap<>(told);
    when.put(classId, now);
    return new Airtime(all, when);
  }

  private int of(Id classId) {
    return seconds.getOrDefault(classId, 0);
  }

  /// The balance, for adults; and where one class has had more than two thirds of all, whom to ask.
  void show(ObjectNode into, Scene scene) {
    int all = seconds.values().stream().mapToInt(Integer::intValue).sum();
    if (all < ENOUGH) {
      return;
    }
    var air = into.putObject("air");
    ids(scene).forEach(id -> air.put(id.text(), of(id)));
    var least = Comparator.comparing((Id id) -> of(id));
    ids(scene)
        .max(least)
        .filter(most -> 3 * of(most) > 2 * all)
        .ifPresent(
            most -> {
              into.put("most", most.text());
              ids(scene).min(least).ifPresent(id -> into.put("least", id.text()));
            });
  }

  private static Stream<Id> ids(Scene scene) {
    return scene.parties().stream().map(Scene.Party::id);
  }
}
