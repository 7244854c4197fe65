package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;

/// Who is here, counted as it changes: by device, and by member, who is here while any of its
/// devices is; how many of each programme and school.
final class Roll {
  private final SortedMap<Id, Present> devices = new TreeMap<>();

  /// Of each member the devices; the first one speaks for it.
  private final Map<Id, SortedMap<Id, Present>> members = new HashMap<>();

  private final Map<String, Integer> nodes = new HashMap<>();
  private final Map<Id, Integer> schools = new HashMap<>();
  private final Map<Id, SortedMap<Id, Present>> programmes = new HashMap<>();
  private final Map<Id, SortedMap<Id, Present>> links = new HashMap<>();

  Collection<Present> devices() {
    return devices.values();
  }

  @Nullable Present device(Id device) {
    return devices.get(device);
  }

  /// How many members are here.
  int members() {
    return members.size();
  }

  /// The nodes on which devices hang.
  Set<String> nodes() {
    return nodes.keySet();
  }

  void clear() {
    devices.clear();
    nodes.clear();
    members.clear();
    schools.clear();
    programmes.clear();
    links.clear();
  }

  /// A device came, or is known better; answers what was known of it.
  @Nullable Present put(Present present) {
    var before = remove(present.device());
    devices.put(present.device(), present);
    nodes.merge(present.node(), 1, Integer::sum);
    var its = members.computeIfAbsent(present.member(), m -> new TreeMap<>());
    if (its.isEmpty()) {
      count(present, 1);
    }
    its.put(present.device(), present);
    return before;
  }

  /// A device is here no more; answers what was known of it.
  @Nullable Present remove(Id device) {
    var before = devices.remove(device);
    var its = before == null ? null : members.get(before.member());
    if (before != null && its != null) {
      nodes.merge(before.node(), -1, Roll::orNone);
      its.remove(device);
      if (its.isEmpty()) {
        members.remove(before.member());
        count(before, -1);
      }
    }
    return before;
  }

  private void count(Present member, int by) {
    var place = member.place();
    if (place.school() != null) {
      schools.merge(place.school(), by, Roll::orNone);
    }
    note(programmes, place.programme(), member, by);
    note(links, place.link(), member, by);
  }

  private static @Nullable Integer orNone(int were, int more) {
    return were + more == 0 ? null : were + more;
  }

  private static void note(
      Map<Id, SortedMap<Id, Present>> of, @Nullable Id key, Present member, int by) {
    if (key == null) {
      return;
    }
    var those = of.computeIfAbsent(key, k -> new TreeMap<>());
    if (by > 0) {
      those.put(member.member(), member);
    } else {
      those.remove(member.member());
      if (those.isEmpty()) {
        of.remove(key);
      }
    }
  }

  /// Each device by itself: a room of a few classes.
  ObjectNode byDevice(Audience audience) {
    var view = JsonNodeFactory.instance.objectNode();
    devices.forEach((id, device) -> view.set(id.text(), device.seen(audience)));
    return view;
  }

  /// Every member: a gathering of up to `Limits.MEMBERS_TOLD`.
  ObjectNode byMember(Audience audience) {
    var view = counts();
    var all = view.putObject("members");
    members.forEach(
        (id, its) -> all.set(id.text(), its.values().iterator().next().seenAfar(audience)));
    return view;
  }

  /// Counts, and a window on one's own programme: a gathering of more.
  ObjectNode byProgramme(Audience audience, @Nullable Id programme) {
    var view = counts();
    var own = programme == null ? null : programmes.get(programme);
    if (own != null) {
      var some = view.putObject("members");
      var inSchools = view.putObject("schools");
      own.values().stream()
          .limit(Limits.WINDOW)
          .forEach(one -> some.set(one.member().text(), one.seenAfar(audience)));
      own.values().stream()
          .map(one -> one.place().school())
          .filter(school -> school != null)
          .distinct()
          .forEach(school -> inSchools.put(school.text(), schools.getOrDefault(school, 0)));
    }
    return view;
  }

  /// One's own link, however many are here.
  ObjectNode byLink(Audience audience, Id link) {
    var view = JsonNodeFactory.instance.objectNode();
    var own = view.putObject("own");
    var those = links.get(link);
    List.copyOf(those == null ? List.<Present>of() : those.values())
        .forEach(one -> own.set(one.member().text(), one.seenAfar(audience)));
    return view;
  }

  private ObjectNode counts() {
    var view = JsonNodeFactory.instance.objectNode().put("count", members.size());
    var by = view.putObject("programmes");
    programmes.forEach((id, its) -> by.put(id.text(), its.size()));
    return view;
  }
}
