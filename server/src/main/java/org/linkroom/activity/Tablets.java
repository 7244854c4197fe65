package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// The classes that answer by their tablets instead of hands that an adult counts. A tablet has one
/// ballot, which it may change until its class's adult closes; then the counts alone are left, and
/// no ballot is ever shown to anybody. Several children at one tablet have one voice.
///
/// @param classes those that answer by tablets
/// @param cast what each device has marked, by class; only until it is closed
public record Tablets(SortedSet<Id> classes, SortedMap<Id, SortedMap<Id, SortedSet<String>>> cast) {
  /// All classes count hands.
  public static final Tablets NONE =
      new Tablets(Collections.emptySortedSet(), Collections.emptySortedMap());

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "ballot.tablets", fields -> new Does.Ask(fields.flag("on")),
          "ballot.cast", fields -> new Does.Cast(fields.words("marks")),
          "ballot.close", fields -> new Does.Close());

  /// What is done with them.
  public sealed interface Does extends Act {
    @Override
    default By by() {
      return By.CLASS;
    }

    @Override
    default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
      if (!(activity instanceof Polled is)) {
        return Act.late();
      }
      return is.stands(scene) ? Act.no(Refusal.VOTE_CLOSED) : poll(is, activity, teller);
    }

    /// Do it while the class can still be counted.
    Outcome poll(Polled is, Activity same, Teller teller);

    /// Ask the class's tablets, anew where they were closed; or count hands instead, and forget
    /// what they said.
    record Ask(boolean on) implements Does {
      @Override
      public Outcome poll(Polled is, Activity same, Teller teller) {
        var tablets = is.tablets();
        boolean asked = tablets.classes.contains(teller.of());
        if (asked == on && !(on && is.counted(teller.of()))) {
          return Act.next(same);
        }
        var classes = new TreeSet<>(tablets.classes);
        if (on) {
          classes.add(teller.of());
        } else {
          classes.remove(teller.of());
        }
        var next = new Tablets(classes, tablets.cast).without(teller.of());
        return Act.next(is.uncount(teller.of(), next));
      }
    }

    /// What one tablet says; said again it replaces what it said, and without a mark it takes that
    /// back.
    record Cast(SortedSet<String> marks) implements Does {
      @Override
      public By by() {
        return By.DEVICE;
      }

      @Override
      public Outcome poll(Polled is, Activity same, Teller teller) {
        if (!teller.tablet()) {
          return Act.no(Refusal.NOT_ALLOWED);
        }
        if (!is.open(teller.of())) {
          return Act.no(Refusal.BALLOT_SHUT);
        }
        if (!is.options().containsAll(marks)) {
          return Act.no(Refusal.MALFORMED);
        }
        var said = is.tablets().of(teller.of());
        boolean full = said.size() >= Limits.DEVICES && !said.containsKey(teller.device());
        return full || marks.size() > is.most()
            ? Act.no(Refusal.TOO_MANY)
            : Act.next(is.with(is.tablets().with(teller.of(), teller.device(), marks)));
      }
    }

    /// Count what the tablets said, and forget which said what.
    record Close() implements Does {
      @Override
      public Outcome poll(Polled is, Activity same, Teller teller) {
        if (!is.open(teller.of())) {
          return Act.next(same);
        }
        return is.tablets().count(teller.of()) == 0
            ? Act.no(Refusal.BALLOT_EMPTY)
            : Act.next(is.close(teller.of()));
      }
    }
  }

  /// The classes go on to answer as they did in the last activity where they could choose.
  static Tablets as(List<Activity> earlier) {
    return earlier.reversed().stream()
        .filter(Polled.class::isInstance)
        .map(each -> new Tablets(((Polled) each).tablets().classes, Collections.emptySortedMap()))
        .findFirst()
        .orElse(NONE);
  }

  /// Tablets of a class that have said something.
  int count(Id classId) {
    return of(classId).size();
  }

  SortedMap<Id, SortedSet<String>> of(Id classId) {
    return cast.getOrDefault(classId, Collections.emptySortedMap());
  }

  private Tablets with(Id classId, Id device, SortedSet<String> marks) {
    var ours = new TreeMap<>(of(classId));
    if (marks.isEmpty()) {
      ours.remove(device);
    } else {
      ours.put(device, marks);
    }
    var all = new TreeMap<>(cast);
    all.put(classId, ours);
    return new Tablets(classes, all);
  }

  /// Forget which tablet of a class said what.
  Tablets without(Id classId) {
    var all = new TreeMap<>(cast);
    all.remove(classId);
    return new Tablets(classes, all);
  }

  /// Whether the class's tablets are asked now; how many have answered, for its adults alone.
  static void show(Polled is, ObjectNode into, Audience audience, Id classId) {
    if (!is.tablets().classes.contains(classId)) {
      return;
    }
    into.put("tablets", is.open(classId) ? "open" : "closed");
    if (audience != Audience.BOARD && is.open(classId)) {
      into.put("cast", is.tablets().count(classId));
    }
  }
}
