package org.linkroom.live;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;

/// How much each device may say by POST, as many of them as there may be sockets. For all threads.
final class Paces {
  private static final class Device {
    final Pace pace = new Pace(Limits.FRAMES_IN_TEN_SECONDS);
    final Set<String> tabs = new HashSet<>();
  }

  private final Map<Id, Device> all =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, Device> eldest) {
          return size() > Limits.SOCKETS;
        }
      };

  synchronized boolean allow(Id device, Instant now) {
    return of(device).pace.allows(now);
  }

  /// A room keeps each tab's answers, so a device that makes up tabs would fill it.
  synchronized boolean mayUse(Id device, String tab) {
    var tabs = of(device).tabs;
    return tabs.contains(tab) || (tabs.size() < Limits.TABS && tabs.add(tab));
  }

  private Device of(Id device) {
    return all.computeIfAbsent(device, d -> new Device());
  }
}
