package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;

/// Talk by turns. One class has the talking token; who is next is shown early, so that a pupil can
/// walk up meanwhile. Where pupils wait to speak, the class that was heard least goes first, and of
/// two that were heard alike the one that does not speak now; else it goes by the segment's turn.
/// Where each class speaks once, nobody is next when all have.
///
/// @param waiting how many wait to speak, by class; numbers, never who
/// @param turns how often each class has had the token
/// @param follow whether the microphones of those who do not have the token are off
/// @param air how long each class was heard
/// @param half which half of each class sits in the inner circle and speaks: 1 or 2; 0 where all
/// may
public record Talk(
    SortedMap<Id, Integer> waiting,
    @Nullable Id speaking,
    SortedMap<Id, Integer> turns,
    boolean follow,
    Airtime air,
    int half)
    implements Activity {
  /// What was kept before classes were heard has no airtime.
  public Talk {
    air = Objects.requireNonNullElse(air, Airtime.NONE);
  }

  /// Pupils of one class who may wait at once.
  public static final int MOST = 12;

  /// A new one.
  ///
  /// @param follow whether microphones follow the token from the beginning
  /// @param circle whether half of each class speaks at first, and the other half listens
  public static Talk fresh(boolean follow, boolean circle) {
    return new Talk(
        Collections.emptySortedMap(),
        null,
        Collections.emptySortedMap(),
        follow,
        Airtime.NONE,
        circle ? 1 : 0);
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "talk.want", fields -> new Talking.Want(true),
          "talk.unwant", fields -> new Talking.Want(false),
          "talk.pass", fields -> new Talking.Pass(fields.number("turn")),
          "talk.follow", fields -> new Talking.Follow(fields.flag("on")),
          "talk.heard", fields -> new Talking.Heard(fields.number("seconds")),
          "talk.swap", fields -> new Talking.Swap(fields.number("half")));

  Talk with(Id classId, int wait) {
    return new Talk(waiting(classId, wait), speaking, turns, follow, air, half);
  }

  Talk with(boolean next) {
    return next == follow ? this : new Talk(waiting, speaking, turns, next, air, half);
  }

  Talk with(Airtime next) {
    return next == air ? this : new Talk(waiting, speaking, turns, follow, next, half);
  }

  /// The other half of each class speaks; who waited sits outside now.
  Talk swap(int next) {
    return next == half
        ? this
        : new Talk(Collections.emptySortedMap(), speaking, turns, follow, air, next);
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

  Talk pass(Scene scene) {
    Id to = after(scene);
    if (to == null) {
      return speaking == null ? this : new Talk(waiting, null, turns, follow, air, half);
    }
    var heard = new TreeMap<>(turns);
    heard.put(to, heard(to) + 1);
    int left = Math.max(0, waiting.getOrDefault(to, 0) - 1);
    return new Talk(waiting(to, left), to, heard, follow, air, half);
  }

  /// Turns so far.
  int turn() {
    return turns.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int heard(Id classId) {
    return turns.getOrDefault(classId, 0);
  }

  /// Who has the token next; nobody where each class has had it once and no more.
  @Nullable Id after(Scene scene) {
    var inTurn = scene.inTurn().stream().map(Scene.Party::id).toList();
    if (scene.turn() == Scene.Turn.EACH) {
      return inTurn.stream().filter(id -> heard(id) == 0).findFirst().orElse(null);
    }
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

  /// The balance is one of the whole lesson.
  @Override
  public Activity begin(Scene scene, List<Activity> earlier) {
    return earlier.reversed().stream()
        .filter(each -> air.seconds().isEmpty() && each instanceof Talk)
        .map(each -> with(((Talk) each).air))
        .findFirst()
        .orElse(this);
  }

  @Override
  public boolean quiet(Id classId) {
    return follow && speaking != null && !speaking.equals(classId);
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
    Id after = after(scene);
    if (after != null && (scene.turn() != Scene.Turn.BOTH || !waiting.isEmpty())) {
      into.put("after", after.text());
    }
    if (follow) {
      into.put("follow", true);
    }
    if (half > 0) {
      into.put("half", half);
    }
    if (audience != Audience.BOARD) {
      var wait = into.putObject("waiting");
      waiting.forEach((id, count) -> wait.put(id.text(), count));
      var heard = into.putObject("turns");
      turns.forEach((id, count) -> heard.put(id.text(), count));
      air.show(into, scene);
    }
  }

  @Override
  public void showOwn(ObjectNode into, Scene scene, Audience audience, Id classId) {
    into.put("waiting", waiting.getOrDefault(classId, 0));
  }

  @Override
  public List<Told> told(Scene scene) {
    return turns.isEmpty()
        ? List.of()
        : List.of(new Told("talk", List.of(Told.counted(null, "", "turns", turns))));
  }
}
