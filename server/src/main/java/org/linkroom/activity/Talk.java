package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// Talk by turns. One class has the talking token; who is next is shown early, so that a pupil can
/// walk up meanwhile. Where pupils wait to speak, the class that was heard least goes first, and of
/// two that were heard alike the one that does not speak now; else it goes by the segment's turn.
///
/// @param waiting how many wait to speak, by class; numbers, never who
/// @param turns how often each class has had the token
public record Talk(
    SortedMap<Id, Integer> waiting, @Nullable Id speaking, SortedMap<Id, Integer> turns)
    implements Activity {
  /// Pupils of one class who may wait at once.
  public static final int MOST = 12;

  /// A new one.
  public static Talk fresh() {
    return new Talk(Collections.emptySortedMap(), null, Collections.emptySortedMap());
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "talk.want", fields -> new Does.Want(true),
          "talk.unwant", fields -> new Does.Want(false),
          "talk.pass", fields -> new Does.Pass(fields.number("turn")));

  /// What is done in it.
  public sealed interface Does extends Act {
    /// One pupil more waits to speak, or one less.
    record Want(boolean more) implements Does {
      @Override
      public By by() {
        return By.DEVICE;
      }

      @Override
      public Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
        if (!(activity instanceof Talk talk)) {
          return Act.late();
        }
        if (teller.classId() == null) {
          return Act.no(Refusal.NOT_ALLOWED);
        }
        int wait = talk.waiting.getOrDefault(teller.of(), 0) + (more ? 1 : -1);
        return wait > MOST
            ? Act.no(Refusal.TOO_MANY)
            : Act.next(talk.with(teller.of(), Math.max(0, wait)));
      }
    }

    /// The token goes to whoever is next. The turn that ends is named: two who press at once pass
    /// it once.
    record Pass(int turn) implements Does {
      @Override
      public By by() {
        return By.LEADER;
      }

      @Override
      public Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
        if (!(activity instanceof Talk talk)) {
          return Act.late();
        }
        return Act.next(turn == talk.turn() ? talk.pass(scene) : talk);
      }
    }
  }

  private Talk with(Id classId, int wait) {
    return new Talk(waiting(classId, wait), speaking, turns);
  }

  private SortedMap<Id, Integer> waiting(Id classId, int wait) {
    var next = new TreeMap<>(waiting);
    if (wait == 0) {
      next.remove(classId);
    } else {
      next.put(classId, wait);
    }
    return next;
  }

  private Talk pass(Scene scene) {
    Id to = after(scene);
    var heard = new TreeMap<>(turns);
    heard.put(to, heard(to) + 1);
    return new Talk(waiting(to, Math.max(0, waiting.getOrDefault(to, 0) - 1)), to, heard);
  }

  /// Turns so far.
  int turn() {
    return turns.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int heard(Id classId) {
    return turns.getOrDefault(classId, 0);
  }

  /// Who has the token next.
  Id after(Scene scene) {
    var inTurn = scene.inTurn().stream().map(Scene.Party::id).toList();
    if (!waiting.isEmpty()) {
      return inTurn.stream()
          .filter(id -> waiting.containsKey(id))
          .min(
              Comparator.comparing((Id id) -> heard(id))
                  .thenComparing((Id id) -> id.equals(speaking)))
          .orElseGet(inTurn::getFirst);
    }
    int now = speaking == null ? -1 : inTurn.indexOf(speaking);
    return inTurn.get((now + 1) % inTurn.size());
  }

  @Override
  public String word() {
    return "talk";
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("rule", scene.turn().word()).put("turn", turn());
    if (speaking != null) {
      into.put("speaking", speaking.text());
    }
    if (scene.turn() != Scene.Turn.BOTH || !waiting.isEmpty()) {
      into.put("after", after(scene).text());
    }
    if (audience != Audience.BOARD) {
      var wait = into.putObject("waiting");
      waiting.forEach((id, count) -> wait.put(id.text(), count));
      var heard = into.putObject("turns");
      turns.forEach((id, count) -> heard.put(id.text(), count));
    }
  }

  @Override
  public void showOwn(ObjectNode into, Scene scene, Audience audience, Id classId) {
    into.put("waiting", waiting.getOrDefault(classId, 0));
  }
}
