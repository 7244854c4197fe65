package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;

/// Choosing a question by hands that each class's adult counts: blind between the classes until all
/// are in, and each class weighs the same however many children it has. Where a class's tablets
/// vote instead, each has one ballot until they are counted. Only counts are kept.
///
/// @param each votes that one child has where it is a multivote
/// @param choices what can be chosen; where a plan names none, the questions that were aired
/// @param ballots by class
/// @param second whether this is the run-off between the two best
/// @param tablets the classes whose tablets vote
/// @param lost the class whose question was not chosen before this vote: a tie goes to it, whoever
///     has lost since
public record Vote(
    Method method,
    int each,
    List<Choice> choices,
    SortedMap<Id, Ballot> ballots,
    boolean second,
    Tablets tablets,
    @Nullable Id lost)
    implements Activity, Polled {
  /// What was kept before tablets could vote has none.
  public Vote {
    tablets = Objects.requireNonNullElse(tablets, Tablets.NONE);
  }

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
    return new Vote(
        method, each, List.of(), Collections.emptySortedMap(), false, Tablets.NONE, null);
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "vote.count",
          fields -> new Voting.Count(fields.number("voters"), fields.numbers("hands")),
          "vote.again",
          fields -> new Voting.Again());

  /// Tell whether so many children can have raised so many hands.
  boolean fits(int voters, SortedMap<String, Integer> hands) {
    int all = hands.values().stream().mapToInt(Integer::intValue).sum();
    boolean none = hands.values().stream().anyMatch(count -> count > voters);
    return !none && all <= voters * most();
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
  public Optional<Id> lostBy(Scene scene) {
    return complete(scene) && !runOff(scene) ? Tally.of(this, scene).lost() : Optional.empty();
  }

  @Override
  public List<String> options() {
    return choices.stream().map(choice -> choice.id().text()).toList();
  }

  @Override
  public int most() {
    return switch (method) {
      case OMNI -> CHOICES;
      case MULTI -> Math.max(1, each);
      case SINGLE, TWO_ROUND -> 1;
    };
  }

  @Override
  public boolean counted(Id classId) {
    return ballots.containsKey(classId);
  }

  @Override
  public boolean stands(Scene scene) {
    return complete(scene);
  }

  @Override
  public Vote with(Tablets next) {
    return new Vote(method, each, choices, ballots, second, next, lost);
  }

  @Override
  public Vote count(Id classId, int voters, SortedMap<String, Integer> hands, Tablets next) {
    var counted = new TreeMap<Id, Integer>();
    choices.forEach(choice -> counted.put(choice.id(), hands.getOrDefault(choice.id().text(), 0)));
    var all = new TreeMap<>(ballots);
    all.put(classId, new Ballot(voters, counted));
    return new Vote(method, each, choices, all, second, next, lost);
  }

  @Override
  public Vote uncount(Id classId, Tablets next) {
    var all = new TreeMap<>(ballots);
    all.remove(classId);
    return new Vote(method, each, choices, all, second, next, lost);
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
    return new Vote(
        method, each, List.copyOf(asked), ballots, second, Tablets.as(earlier), scene.lost());
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
    Tablets.show(this, into, audience, classId);
    var own = ballots.get(classId);
    if (own != null && audience != Audience.BOARD) {
      into.put("voters", own.voters());
      var hands = into.putObject("hands");
      own.hands().forEach((id, count) -> hands.put(id.text(), count));
    }
  }

  /// Both classes' hands, the best first; only when all are in.
  @Override
  public List<Told> told(Scene scene) {
    return complete(scene)
        ? List.of(
            new Told(
                "vote",
                Tally.of(this, scene).best().stream()
                    .map(choice -> Told.counted(choice.by(), choice.text(), "", hands(choice)))
                    .toList()))
        : List.of();
  }

  private SortedMap<Id, Integer> hands(Choice choice) {
    var hands = new TreeMap<Id, Integer>();
    ballots.forEach(
        (classId, ballot) -> hands.put(classId, ballot.hands().getOrDefault(choice.id(), 0)));
    return hands;
  }
}
