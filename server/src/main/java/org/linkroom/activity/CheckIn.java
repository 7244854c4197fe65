package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// How we are: a class's hands, counted by its adult, or what its tablets say, never a child's
/// answer and no word of one (the network's rule on feelings: counts of a class alone). The other
/// class never sees a number under three, for by two or three answers a child could be known.
///
/// @param counts by class, by word
/// @param before the same as it was answered at the lesson's start; empty at the start itself
/// @param tablets the classes whose tablets answer
public record CheckIn(
    Scale scale,
    SortedMap<Id, SortedMap<String, Integer>> counts,
    SortedMap<Id, SortedMap<String, Integer>> before,
    Tablets tablets)
    implements Activity, Polled {
  /// What was kept before tablets could answer has none.
  public CheckIn {
    tablets = Objects.requireNonNullElse(tablets, Tablets.NONE);
  }

  /// Below this the other class reads "a few".
  public static final int FEW = 3;

  /// No class is larger.
  public static final int MOST = 99;

  /// What can be answered.
  public enum Scale {
    WEATHER,
    FACES,
    COLOURS,
    /// Words alone, for those who read well.
    WORDS,
    /// Large drawings with one word each, for those who point.
    SYMBOLS,
    /// The four Cs of an enquiry, at its review.
    CARES,
    /// A celebration's feedback.
    LIGHTS;

    /// Its answers, in order.
    public List<String> words() {
      return switch (this) {
        case WEATHER -> List.of("sunny", "bright", "cloudy", "windy", "rainy", "stormy");
        case FACES -> List.of("happy", "calm", "excited", "nervous", "tired", "sad");
        case COLOURS -> List.of("yellow", "green", "blue", "orange", "purple", "grey");
        case WORDS -> List.of("hopeful", "curious", "proud", "calm", "unsure", "worried");
        case SYMBOLS -> List.of("happy", "calm", "tired", "sad", "angry", "scared");
        case CARES -> List.of("caring", "collaborative", "critical", "creative");
        case LIGHTS -> List.of("green", "amber");
      };
    }

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A new one.
  public static CheckIn of(Scale scale) {
    return new CheckIn(
        scale, Collections.emptySortedMap(), Collections.emptySortedMap(), Tablets.NONE);
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of("checkin.count", fields -> new Does.Count(fields.numbers("counts")));

  /// What is done in it.
  public sealed interface Does extends Act {
    /// A class's hands; said again it replaces what was said.
    record Count(SortedMap<String, Integer> counts) implements Does {
      @Override
      public By by() {
        return By.CLASS;
      }

      @Override
      public Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
        if (!(activity instanceof CheckIn is)) {
          return Act.late();
        }
        if (is.tablets.classes().contains(teller.of())) {
          return Act.no(Refusal.BALLOT_OPEN);
        }
        if (!is.scale.words().containsAll(counts.keySet())) {
          return Act.no(Refusal.MALFORMED);
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all > MOST
            ? Act.no(Refusal.TOO_MANY)
            : Act.next(is.count(teller.of(), all, counts, is.tablets));
      }
    }
  }

  @Override
  public String word() {
    return "check-in";
  }

  @Override
  public Activity begin(Scene scene, List<Activity> earlier) {
    var first =
        earlier.stream()
            .filter(each -> each instanceof CheckIn one && one.scale == scale)
            .map(each -> ((CheckIn) each).counts)
            .findFirst();
    var asked = counts.isEmpty() ? Tablets.as(earlier) : tablets;
    return new CheckIn(scale, counts, first.orElse(before), asked);
  }

  @Override
  public List<String> options() {
    return scale.words();
  }

  /// A feeling is one; what went well may be much.
  @Override
  public int most() {
    return scale == Scale.CARES ? scale.words().size() : 1;
  }

  @Override
  public boolean counted(Id classId) {
    return counts.containsKey(classId);
  }

  @Override
  public boolean stands(Scene scene) {
    return false;
  }

  @Override
  public CheckIn with(Tablets next) {
    return new CheckIn(scale, counts, before, next);
  }

  @Override
  public CheckIn count(Id classId, int voters, SortedMap<String, Integer> hands, Tablets next) {
    var all = new TreeMap<>(counts);
    all.put(classId, hands);
    return new CheckIn(scale, all, before, next);
  }

  @Override
  public CheckIn uncount(Id classId, Tablets next) {
    var all = new TreeMap<>(counts);
    all.remove(classId);
    return new CheckIn(scale, all, before, next);
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("scale", scale.word());
    scale.words().forEach(into.putArray("words")::add);
    shown(into.putObject("counts"), counts);
    if (!before.isEmpty()) {
      shown(into.putObject("before"), before);
    }
  }

  /// What both classes may see of each other.
  private static void shown(ObjectNode into, SortedMap<Id, SortedMap<String, Integer>> counts) {
    counts.forEach(
        (classId, each) -> {
          var one = into.putObject(classId.text());
          each.forEach(
              (word, count) -> {
                if (count >= FEW) {
                  one.put(word, count);
                } else if (count > 0) {
                  one.put(word, "few");
                }
              });
        });
  }

  @Override
  public void showOwn(ObjectNode into, Scene scene, Audience audience, Id classId) {
    Tablets.show(this, into, audience, classId);
    own(into, "counts", counts.get(classId));
    own(into, "before", before.get(classId));
  }

  private static void own(
      ObjectNode into, String name, @Nullable SortedMap<String, Integer> counts) {
    if (counts != null) {
      var node = into.putObject(name);
      counts.forEach(node::put);
    }
  }

  @Override
  public List<Told> told(Scene scene) {
    return Stream.of(told("before", before), told("check-in", counts))
        .filter(told -> !told.rows().isEmpty())
        .toList();
  }

  private Told told(String what, SortedMap<Id, SortedMap<String, Integer>> of) {
    var rows = new ArrayList<Told.Row>();
    for (String word : scale.words()) {
      var by = new TreeMap<Id, Integer>();
      of.forEach((classId, each) -> by.put(classId, each.getOrDefault(word, 0)));
      if (by.values().stream().anyMatch(count -> count > 0)) {
        rows.add(Told.counted(null, "", word, Told.kind(by)));
      }
    }
    return new Told(what, List.copyOf(rows));
  }
}
