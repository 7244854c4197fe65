package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linkroom.base.Id;

/// What came of a vote. A choice's share is the mean over the classes of hands by voters, so that a
/// class of 18 weighs as much as one of 33; computed in whole numbers, so that a tie is a tie.
///
/// @param shares by choice, each over `whole`
/// @param best the choices, the best first; a tie goes to the class whose question was not chosen
///     the last time, then to the one that does not start today, then to what was asked first
record Tally(Vote vote, Map<Id, BigInteger> shares, BigInteger whole, List<Vote.Choice> best) {

  static Tally of(Vote vote, Scene scene) {
    var ballots = vote.ballots().values();
    var whole =
        ballots.stream()
            .map(ballot -> BigInteger.valueOf(ballot.voters()))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    Map<Id, BigInteger> shares =
        vote.choices().stream()
            .collect(Collectors.toMap(Vote.Choice::id, choice -> share(vote, choice.id(), whole)));
    var best =
        vote.choices().stream()
            .sorted(
                Comparator.comparing(
                        (Vote.Choice choice) -> shares.getOrDefault(choice.id(), BigInteger.ZERO))
                    .reversed()
                    .thenComparing(choice -> !choice.by().equals(vote.lost()))
                    .thenComparing(choice -> choice.by().equals(scene.starts())))
            .toList();
    return new Tally(vote, shares, whole.multiply(BigInteger.valueOf(ballots.size())), best);
  }

  private static BigInteger share(Vote vote, Id choice, BigInteger whole) {
    return vote.ballots().values().stream()
        .map(
            ballot ->
                BigInteger.valueOf(ballot.hands().getOrDefault(choice, 0))
                    .multiply(whole.divide(BigInteger.valueOf(ballot.voters()))))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /// Tell whether the best has more than half of the weight.
  boolean moreThanHalf() {
    return !best.isEmpty() && part(best.getFirst()).shiftLeft(1).compareTo(whole) > 0;
  }

  /// The class whose questions came last, where another's was chosen.
  Optional<Id> lost() {
    var classes = best.stream().map(Vote.Choice::by).distinct().toList();
    return classes.size() < 2 ? Optional.empty() : Optional.of(classes.getLast());
  }

  private boolean tied() {
    return best.size() > 1 && part(best.get(0)).equals(part(best.get(1)));
  }

  private BigInteger part(Vote.Choice choice) {
    return shares.getOrDefault(choice.id(), BigInteger.ZERO);
  }

  /// Both classes' counts, each choice's share in hundredths, and the one that was chosen.
  void show(ObjectNode into) {
    var result = into.putObject("result");
    for (var choice : vote.choices()) {
      var one = result.putObject(choice.id().text());
      one.put("share", part(choice).multiply(BigInteger.valueOf(100)).divide(whole).intValue());
      var hands = one.putObject("hands");
      vote.ballots()
          .forEach(
              (id, ballot) -> hands.put(id.text(), ballot.hands().getOrDefault(choice.id(), 0)));
    }
    if (!best.isEmpty()) {
      into.put("chosen", best.getFirst().id().text());
      if (tied()) {
        into.put("tie", true);
      }
    }
  }
}
