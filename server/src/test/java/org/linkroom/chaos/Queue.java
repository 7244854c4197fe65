package org.linkroom.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linkroom.base.Id;
import org.linkroom.protocol.Wire;

/// Lines on their way, as web/live/queue.js has commands: each bears the tab's id and a running
/// number, waits until it is answered, and is sent again, in order, on a new line.
final class Queue {
  /// How many may wait.
  static final int MOST = 64;

  private final String page;
  private final History history;
  private final String tab = Id.random().text();
  private final Map<Long, Saying> waiting = new LinkedHashMap<>();
  private long last;

  private record Saying(String line, String frame) {}

  Queue(String page, History history) {
    this.page = page;
    this.history = history;
  }

  /// Take a line in; give its frame.
  String say(String line) {
    long n = ++last;
    String frame =
        Wire.JSON
            .createObjectNode()
            .put("do", "rehearsal.say")
            .put("tab", tab)
            .put("n", n)
            .put("text", line)
            .toString();
    history.add(new Seen.Said(page, line));
    waiting.put(n, new Saying(line, frame));
    return frame;
  }

  boolean full() {
    return waiting.size() >= MOST;
  }

  int waiting() {
    return waiting.size();
  }

  /// What is to be sent on a new line, in order.
  List<String> again() {
    return waiting.values().stream().map(Saying::frame).toList();
  }

  /// Take an answer.
  void answered(ObjectNode frame) {
    var one = waiting.remove(frame.path(frame.has("ok") ? "ok" : "no").asLong());
    if (one == null) {
      return;
    }
    history.add(
        frame.has("ok")
            ? new Seen.Acknowledged(page, one.line())
            : new Seen.Refused(page, one.line(), frame.path("code").asText()));
  }
}
