package org.linkroom.room;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linkroom.base.Limits;

/// How commands were answered, as PostgreSQL keeps it: were Redis lost, a page that did not get its
/// answer would say its command again, and it would happen twice.
final class Answers {
  private Answers() {}

  /// What one commit answered, as it is written.
  static String text(List<RoomStore.Tab> tabs) {
    var json = new JsonObject();
    tabs.forEach(tab -> json.put(tab.tab(), tab.answers()));
    return json.encode();
  }

  /// What is kept of each tab, of several commits in their order: its last answers.
  static List<RoomStore.Tab> together(List<String> commits) {
    var all = new LinkedHashMap<String, String>();
    for (String commit : commits) {
      for (Map.Entry<String, Object> tab : new JsonObject(commit)) {
        all.merge(tab.getKey(), tab.getValue().toString(), (before, more) -> before + ";" + more);
      }
    }
    return all.entrySet().stream()
        .map(tab -> new RoomStore.Tab(tab.getKey(), last(tab.getValue())))
        .toList();
  }

  private static String last(String answers) {
    var each = List.of(answers.split(";"));
    return String.join(";", each.subList(Math.max(0, each.size() - Limits.ANSWERS), each.size()));
  }
}
