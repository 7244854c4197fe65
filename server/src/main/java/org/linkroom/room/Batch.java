package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.protocol.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commands decided together, in their order: the room that they lead to, its lines, and each one's
/// answer. Nothing is answered before the room is committed.
record Batch(List<Asked> batch, List<Optional<Refusal>> answers, Room room, List<Line> lines) {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

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

  /// A fault of ours in one command must not hold up the room: it changes nothing and is told of.
  private static Decision decide(Room room, Asked asked, Instant now) {
    try {
      return decided(room, asked, now);
    } catch (RuntimeException ours) {
      LOG.error("room={} command={} fault", room.id(), asked.command().getClass().getName(), ours);
      return new Decision.No(Refusal.BUSY);
    }
  }

  private static Decision decided(Room room, Asked asked, Instant now) {
    return switch (asked.command()) {
      case Command.FromServer server -> Rules.decide(room, server, now);
      case Command.FromPerson person ->
          Rules.decide(room, requireNonNull(asked.member()), person, now);
    };
  }

  /// Tell whether something of it does not wait for the next tick.
  boolean urgent() {
    return batch.stream().anyMatch(Asked::urgent);
  }

  void answer() {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().accept(answers.get(i));
    }
  }

  /// What is kept of each tab beside the room: its numbers and how they were answered.
  List<RoomStore.Tab> tabs() {
    var kept = new LinkedHashMap<String, String>();
    for (int i = 0; i < batch.size(); i++) {
      var asked = batch.get(i);
      if (asked.fromPerson()) {
        String answer = asked.n() + "=" + answers.get(i).map(Refusal::name).orElse("ok");
        kept.merge(asked.tab(), answer, (before, one) -> before + ";" + one);
      }
    }
    return kept.entrySet().stream()
        .map(entry -> new RoomStore.Tab(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// Answer what had been committed before, and give back the rest. What is not kept changed
  /// nothing, so it may be decided again.
  List<Asked> without(Map<String, String> known) {
    var rest = new ArrayList<Asked>();
    for (Asked asked : batch) {
      var kept = asked.fromPerson() ? answerOf(known.get(asked.tab()), asked.n()) : null;
      if (kept == null) {
        rest.add(asked);
      } else {
        asked.answer().accept(refusal(kept));
      }
    }
    return rest;
  }

  private static @Nullable String answerOf(@Nullable String kept, long n) {
    if (kept != null) {
      for (String each : kept.split(";")) {
        if (each.startsWith(n + "=")) {
          return each.substring(each.indexOf('=') + 1);
        }
      }
    }
    return null;
  }

  private static Optional<Refusal> refusal(String name) {
    return "ok".equals(name) ? Optional.empty() : Optional.of(Refusal.valueOf(name));
  }
}
