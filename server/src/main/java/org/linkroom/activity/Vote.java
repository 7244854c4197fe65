package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// Choosing a question by hands that each class's adult counts: blind between the classes until all
/// are in, and each class weighs the same however many children it has. Only counts are ever kept.
///
/// @param each votes that one child has where it is a multivote
/// @param choices what can be chosen; where a plan names none, the questions that were aired
/// @param ballots by class
/// @param second whether this is the run-off between the two best
public record Vote(
    Method method, int each, List<Choice> choices, SortedMap<Id, Ballot> ballots, boolean second)
    implements Activity {
  /// Children of one class.
  public static final int MOST = 99;

  /// What can be chosen from.
  public static final int CHOICES = 60;

  /// One that can be chosen.
  ///
  /// @param by the class whose question it is
  public record Choice(Id id, Id by, String text) {}

  /// One class's hands.
  ///
  /// @param voters children who voted
  /// @param hands by choice
  public record Ballot(int voters, SortedMap<Id, Integer> hands) {}

  /// How it is voted (P4C's usual ways).
  public enum Method {
    /// For as many as one likes.
    OMNI,
    /// A fixed number of votes for each child.
    MULTI,
    SINGLE,
    /// A single vote; where none has more than half, again between the two best.
    TWO_ROUND;

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A new one among the questions that come before it.
  public static Vote of(Method method, int each) {
    return new Vote(method, each, List.of(), Collections.emptySortedMap(), false);
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "vote.count",
          fields -> new Does.Count(fields.number("voters"), fields.numbers("hands")),
          "vote.again",
          fields -> new Does.Again());

  /// What is done in it.
  public sealed interface Does extends Act {
    /// A class's hands. Until all classes are in it may be said again, and replaces what was said.
    record Count(int voters, SortedMap<String, Integer> hands) implements Does {
      @Override
      public By by() {
        return By.CLASS;
      }

      @Override
      public Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
        if (!(activity instanceof Vote vote)) {
          return Act.late();
        }
        if (vote.complete(scene)) {
          return Act.no(Refusal.VOTE_CLOSED);
        }
        var counted = new TreeMap<Id, Integer>();
        for (Choice choice : vote.choices) {
          counted.put(choice.id(), hands.getOrDefault(choice.id().text(), 0));
        }
        if (hands.keySet().stream().anyMatch(word -> !vote.has(word))) {
          return Act.no(Refusal.MALFORMED);
        }
        if (voters < 1 || voters > MOST || !vote.fits(voters, counted)) {
          return Act.no(Refusal.TOO_MANY);
        }
        var next = new TreeMap<>(vote.ballots);
        next.put(teller.of(), new Ballot(voters, counted));
        return Act.next(new Vote(vote.method, vote.each, vote.choices, next, vote.second));
      }
    }

    /// The run-off, where one is due.
    record Again() implements Does {
      @Override
      public By by() {
        return By.LEADER;
      }

      @Override
      public Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
        if (!(activity instanceof Vote vote)) {
          return Act.late();
        }
        if (!vote.runOff(scene)) {
          return vote.second ? Act.next(vote) : Act.no(Refusal.VOTE_CLOSED);
        }
        var best = Tally.of(vote, scene).best();
        return Act.next(
            new Vote(vote.method, 1, best.subList(0, 2), Collections.emptySortedMap(), true));
      }
    }
  }

  private boolean has(String word) {
    return choices.stream().anyMatch(choice -> choice.id().text().equals(word));
  }

  /// Tell whether so many children can have raised so many hands.
  private boolean fits(int voters, SortedMap<Id, Integer> hands) {
    int all = hands.values().stream().mapToInt(Integer::intValue).sum();
    boolean none = hands.values().stream().anyMatch(count -> count > voters);
    return !none
        && switch (method) {
          case OMNI -> true;
          case MULTI -> all <= voters * Math.max(1, each);
          case SINGLE, TWO_ROUND -> all <= voters;
        };
  }

  /// Tell whether every class is in.
  boolean complete(Scene scene) {
    return !choices.isEmpty()
        && scene.parties().stream().allMatch(party -> ballots.containsKey(party.id()));
  }

  /// Tell whether the two best are to be voted on again.
  boolean runOff(Scene scene) {
    return method == Method.TWO_ROUND
        && !second
        && choices.size() > 2
        && complete(scene)
        && !Tally.of(this, scene).moreThanHalf();
  }

  @Override
  public String word() {
    return "vote";
  }

  @Override
  public Activity begin(Scene scene, List<Activity> earlier) {
    if (!choices.isEmpty()) {
      return this;
    }
    var asked = new ArrayList<Choice>();
    earlier.stream()
        .filter(Questions.class::isInstance)
        .map(Questions.class::cast)
        .flatMap(Questions::open)
        .limit(CHOICES)
        .forEach(asked::add);
    return new Vote(method, each, List.copyOf(asked), ballots, second);
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("method", method.word());
    if (method == Method.MULTI) {
      into.put("each", each);
    }
    if (second) {
      into.put("second", true);
    }
    var all = into.putObject("choices");
    for (int i = 0; i < choices.size(); i++) {
      var choice = choices.get(i);
      all.putObject(choice.id().text())
          .put("by", choice.by().text())
          .put("text", choice.text())
          .put("rank", i);
    }
    var in = into.putArray("in");
    ballots.keySet().forEach(classId -> in.add(classId.text()));
    if (complete(scene)) {
      Tally.of(this, scene).show(into);
      if (runOff(scene)) {
        into.put("runoff", true);
      }
    }
  }

  @Override
  public void showOwn(ObjectNode into, Scene scene, Audience audience, Id classId) {
    var own = ballots.get(classId);
    if (own != null && audience != Audience.BOARD) {
      into.put("voters", own.voters());
      var hands = into.putObject("hands");
      own.hands().forEach((id, count) -> hands.put(id.text(), count));
    }
  }
}
