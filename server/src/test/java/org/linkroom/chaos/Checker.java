package org.linkroom.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks for what must never happen in a history that has come to rest: a line lost, doubled or out
/// of its sender's order; a version that goes back; a gap that nobody was told of; two who saw
/// different things. It trusts no page's own document, and follows the frames itself.
final class Checker {
  private final SortedMap<Long, String> kept;
  private final long shown;
  private final List<String> faults = new ArrayList<>();
  private final Map<Long, String> places = new HashMap<>();
  private final Map<String, Follower> followers = new LinkedHashMap<>();

  private Checker(SortedMap<Long, String> kept, long shown) {
    this.kept = kept;
    this.shown = shown;
    places.putAll(kept);
  }

  /// Say what is wrong, a sentence each; nothing if all is well.
  ///
  /// @param kept the room's lines by their numbers, as stored
  /// @param shown from which number on a document shows them
  static List<String> faults(List<Seen> history, SortedMap<Long, String> kept, long shown) {
    var checker = new Checker(kept, shown);
    checker.lines(history);
    checker.order();
    checker.frames(history);
    checker.ends();
    return List.copyOf(checker.faults);
  }

  private void lines(List<Seen> history) {
    var stands = new HashMap<String, Integer>();
    kept.values().forEach(line -> stands.merge(line, 1, Integer::sum));
    stands.forEach(
        (line, times) -> {
          if (times > 1) {
            faults.add("doubled: " + line + " stands " + times + " times");
          }
        });
    var said = new HashMap<String, String>();
    for (Seen seen : history) {
      if (seen instanceof Seen.Said one && said.put(one.line(), one.page()) != null) {
        faults.add("the test itself said " + one.line() + " twice");
      }
      if (seen instanceof Seen.Acknowledged one && !stands.containsKey(one.line())) {
        faults.add("lost: " + one.line() + " was acknowledged and does not stand");
      }
    }
    stands.keySet().stream()
        .filter(line -> !said.containsKey(line))
        .forEach(line -> faults.add("invented: nobody said " + line));
  }

  /// A line is its sender, a hyphen, and the sender's running number.
  private void order() {
    var last = new HashMap<String, Long>();
    kept.forEach(
        (number, line) -> {
          int hyphen = line.lastIndexOf('-');
          var before =
              last.put(line.substring(0, hyphen), Long.valueOf(line.substring(hyphen + 1)));
          if (before != null && before >= Long.parseLong(line.substring(hyphen + 1))) {
            faults.add("swapped: " + line + " stands after its sender's " + before);
          }
        });
  }

  private void frames(List<Seen> history) {
    for (Seen seen : history) {
      switch (seen) {
        case Seen.Welcomed frame -> {
          follower(frame).welcomed(frame, faults);
          frame.lines().forEach((number, line) -> place(frame.page(), number, line));
        }
        case Seen.Patched frame -> {
          follower(frame).patched(frame, faults);
          frame.lines().forEach((number, line) -> place(frame.page(), number, line));
        }
        case Seen.Said s -> {}
        case Seen.Acknowledged a -> {}
        case Seen.Refused r -> {}
        case Seen.Presence p -> {}
      }
    }
  }

  private Follower follower(Seen frame) {
    return followers.computeIfAbsent(frame.page(), Follower::new);
  }

  private void place(String page, long number, String line) {
    var before = places.putIfAbsent(number, line);
    if (before != null && !before.equals(line)) {
      faults.add("elsewhere: " + page + " saw " + line + " at " + number + ", where is " + before);
    }
  }

  private void ends() {
    var last = new TreeMap<>(kept.tailMap(shown));
    followers.values().forEach(follower -> follower.ends(last, faults));
  }
}
