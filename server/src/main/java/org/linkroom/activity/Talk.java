package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
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
import org.linkroom.protocol.Refusal;

/// Talk by turns. One class has the talking token; who is next is shown early, so that a pupil can
/// walk up meanwhile. Where pupils wait to speak, the class that was heard least goes first, and of
/// two that were heard alike the one that does not speak now; else it goes by the segment's turn.
/// Where each class speaks once, nobody is next when all have.
///
/// @param waiting how many wait to speak, by class; numbers, never who
/// @param turns how often each class has had the token
/// @param follow whether the microphones of those who do not have the token are off
/// @param air how long each class was heard
public record Talk(
    SortedMap<Id, Integer> waiting,
    @Nullable Id speaking,
    SortedMap<Id, Integer> turns,
    boolean follow,
    Airtime air)
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
  public static Talk fresh(boolean follow) {
    return new Talk(
        Collections.emptySortedMap(), null, Collections.emptySortedMap(), follow, Airtime.NONE);
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "talk.want", fields -> new Does.Want(true),
          "talk.unwant", fields -> new Does.Want(false),
          "talk.pass", fields -> new Does.Pass(fields.number("turn")),
          "talk.follow", fields -> new Does.Follow(fields.flag("on")),
          "talk.heard", fields -> new Does.Heard(fields.number("seconds")));

  /// What is done in it.
  public sealed interface Does extends Act {
    @Override
    default By by() {
      return By.DEVICE;
    }

    @Override
    default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
      return activity instanceof Talk talk ? talk(talk, teller, scene, now) : Act.late();
    }

    /// Do it while that talk goes on.
    Outcome talk(Talk talk, Teller teller, Scene scene, Instant now);

    /// One pupil more waits to speak, or one less.
    record Want(boolean more) implements Does {
      @Override
      public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
        if (teller.classId() == null) {
          return Act.no(Refusal.NOT_ALLOWED);
        }
        int wait = talk.waiting.getOrDefault(teller.of(), 0) + (more ? 1 : -1);
        return wait > MOST
            ? Act.no(Refusal.TOO_MANY)
            : Act.next(talk.with(teller.of(), Math.max(0, wait)));
      }
    }

    /// The token goes to whoever is next, or to nobody. The turn that ends is named: two who press
    /// at once pass it once.
    record Pass(int turn) implements Does {
      @Override
      public By by() {
        return By.LEADER;
      }

      @Override
      public boolean urgent() {
        return true;
      }

      @Override
      public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
        return Act.next(turn == talk.turn() ? talk.pass(scene) : talk);
      }
    }

    /// From now on the microphones follow the token, or all are on again.
    record Follow(boolean on) implements Does {
      @Override
      public By by() {
        return By.LEADER;
      }

      @Override
      public boolean urgent() {
        return true;
      }

      @Override
      public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
        return Act.next(
            on == talk.follow
                ? talk
                : new Talk(talk.waiting, talk.speaking, talk.turns, on, talk.air));
      }
    }

    /// The class's microphone has heard speech for so long since it last said so. Only the device
    /// that carries its class's sound now may say it: what is off hears nothing.
    record Heard(int seconds) implements Does {
      @Override
      public Outcome talk(Talk talk, Teller teller, Scene scene, Instant now) {
        if (!teller.sounds() || seconds < 0) {
          return Act.no(seconds < 0 ? Refusal.MALFORMED : Refusal.NOT_ALLOWED);
        }
        var next = talk.air.heard(teller.of(), seconds, scene, now);
        return Act.next(
            next == talk.air
                ? talk
                : new Talk(talk.waiting, talk.speaking, talk.turns, talk.follow, next));
      }
    }
  }

  private Talk with(Id classId, int wait) {
    return new Talk(waiting(classId, wait), speaking, turns, follow, air);
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
    if (to == null) {
      return speaking == null ? this : new Talk(waiting, null, turns, follow, air);
    }
    var heard = new TreeMap<>(turns);
    heard.put(to, heard(to) + 1);
    int left = Math.max(0, waiting.getOrDefault(to, 0) - 1);
    return new Talk(waiting(to, left), to, heard, follow, air);
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
        .map(each -> new Talk(waiting, speaking, turns, follow, ((Talk) each).air))
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
}
