package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What everybody in a rehearsal sees of it: its last lines and its cue.
final class RehearsalView {
  private RehearsalView() {}

  static ObjectNode of(Rehearsal rehearsal) {
    var node = JsonNodeFactory.instance.objectNode();
    var lines = node.putObject("lines");
    rehearsal.window().forEach(page -> lines(page, lines));
    if (rehearsal.cue() != null) {
      node.put("cue", rehearsal.cue().toEpochMilli());
    }
    return node;
  }

  private static void lines(Rehearsal.Page page, ObjectNode into) {
    long number = page.first();
    for (Rehearsal.Said said : page.lines()) {
      into.putObject("l" + number++).put("by", said.by().text()).put("text", said.text());
    }
  }
}
