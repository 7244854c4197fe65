package org.linkroom.chaos;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Follows one page's frames as a page must: a welcome replaces all, a patch fits one version
/// alone.
final class Follower {
  private final String page;
  private final Set<String> left = new HashSet<>();
  private final TreeMap<Long, String> lines = new TreeMap<>();
  private String epoch = "";
  private long version = -1;
  private boolean gap;

  Follower(String page) {
    this.page = page;
  }

  void welcomed(Seen.Welcomed frame, List<String> faults) {
    if (frame.epoch().equals(epoch)) {
      if (frame.version() < version) {
        faults.add("back: " + page + " was at " + version + " and got " + frame.version());
      }
    } else {
      if (left.contains(frame.epoch())) {
        faults.add("back: " + page + " got an epoch again that it had left: " + frame.epoch());
      }
      left.add(epoch);
      epoch = frame.epoch();
    }
    version = frame.version();
    gap = false;
    lines.clear();
    lines.putAll(frame.lines());
  }

  void patched(Seen.Patched frame, List<String> faults) {
    if (epoch.isEmpty()) {
      faults.add("early: " + page + " got a patch before any document");
    } else if (frame.from() == version) {
      if (frame.version() <= version) {
        faults.add("back: a patch led " + page + " from " + version + " to " + frame.version());
      }
      version = frame.version();
      lines.putAll(frame.lines());
      lines.keySet().removeAll(frame.gone());
    } else if (frame.version() > version) {
      gap = true;
    }
  }

  void ends(Map<Long, String> shown, List<String> faults) {
    if (gap) {
      faults.add("silent: " + page + " missed something after " + version + " and was not told");
    } else if (!lines.equals(shown)) {
      faults.add(
          "differs: "
              + page
              + " at "
              + version
              + " shows other lines than are kept: "
              + difference(shown));
    }
  }

  private String difference(Map<Long, String> shown) {
    var missing = new TreeMap<>(shown);
    missing.entrySet().removeAll(lines.entrySet());
    var more = new TreeMap<>(lines);
    more.entrySet().removeAll(shown.entrySet());
    return "missing " + missing + ", more " + more;
  }
}
