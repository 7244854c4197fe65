package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linkroom.protocol.Refusal;

/// Commands decided together, in their order: the room that they lead to, its lines, and each one's
/// answer. Nothing is answered before the room is committed.
record Batch(List<Asked> batch, List<Optional<Refusal>> answers, Room room, List<Line> lines) {

  /// How many answers of one tab are kept for a page that asks again.
  private static final int KEPT = 32;

  static Batch decide(Room room, List<Asked> batch, Instant now) {
    Room next = room;
    var lines = new ArrayList<Line>();
    var answers = new ArrayList<Optional<Refusal>>();
    for (Asked asked : batch) {
      switch (decide(next, asked, now)) {
        case Decision.Next to -> {
          next = to.room();
          lines.addAll(to.lines());
          answers.add(Optional.empty());
        }
        case Decision.No no -> answers.add(Optional.of(no.refusal()));
      }
    }
    return new Batch(List.copyOf(batch), answers, next, List.copyOf(lines));
  }

  private static Decision decide(Room room, Asked asked, Instant now) {
    return switch (asked.command()) {
      case Command.FromServer server -> Rules.decide(room, server, now);
      case Command.FromPerson person ->
          Rules.decide(room, requireNonNull(asked.member()), person, now);
    };
  }

  void answer() {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().accept(answers.get(i));
    }
  }

  /// What is kept of each tab beside the room: its last numbers and how they were answered.
  List<RoomStore.Tab> tabs() {
    var first = new LinkedHashMap<String, Long>();
    var kept = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < batch.size(); i++) {
      var asked = batch.get(i);
      if (asked.fromPerson()) {
        first.putIfAbsent(asked.tab(), asked.n());
        kept.computeIfAbsent(asked.tab(), tab -> new ArrayList<>())
            .add(asked.n() + "=" + answers.get(i).map(Refusal::name).orElse("ok"));
      }
    }
    return first.entrySet().stream()
        .map(
            entry -> {
              var all = requireNonNull(kept.get(entry.getKey()));
              var last = all.subList(Math.max(0, all.size() - KEPT), all.size());
              return new RoomStore.Tab(entry.getKey(), entry.getValue(), String.join(";", last));
            })
        .toList();
  }

  /// Answer what had been committed before, and give back the rest.
  List<Asked> without(Map<String, String> known) {
    var rest = new ArrayList<Asked>();
    for (Asked asked : batch) {
      String kept = known.get(asked.tab());
      if (!asked.fromPerson() || kept == null || asked.n() > last(kept)) {
        rest.add(asked);
      } else {
        asked.answer().accept(answerOf(kept, asked.n()));
      }
    }
    return rest;
  }

  private static long last(String kept) {
    return Long.parseLong(kept.substring(kept.lastIndexOf(';') + 1).split("=", 2)[0]);
  }

  private static Optional<Refusal> answerOf(String kept, long n) {
    for (String each : kept.split(";")) {
      if (each.startsWith(n + "=")) {
        return refusal(each.substring(each.indexOf('=') + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(String name) {
    return "ok".equals(name) ? Optional.empty() : Optional.of(Refusal.valueOf(name));
  }
}
