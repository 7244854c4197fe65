package org.linkroom.activity;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import org.linkroom.protocol.Refusal;

/// What is done in a vote where hands are counted.
public sealed interface Voting extends Act {
  @Override
  default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
    return activity instanceof Vote vote ? vote(vote, teller, scene) : Act.late();
  }

  /// Do it in the vote that goes on.
  Outcome vote(Vote vote, Teller teller, Scene scene);

  /// A class's hands. Until all classes are in it may be said again, and replaces what was said.
  record Count(int voters, SortedMap<String, Integer> hands) implements Voting {
    @Override
    public By by() {
      return By.CLASS;
    }

    @Override
    public Outcome vote(Vote vote, Teller teller, Scene scene) {
      if (vote.complete(scene)) {
        return Act.no(Refusal.VOTE_CLOSED);
      }
      if (vote.tablets().classes().contains(teller.of())) {
        return Act.no(Refusal.BALLOT_OPEN);
      }
      if (!vote.options().containsAll(hands.keySet())) {
        return Act.no(Refusal.MALFORMED);
      }
      return voters < 1 || voters > Vote.MOST || !vote.fits(voters, hands)
          ? Act.no(Refusal.TOO_MANY)
          : Act.next(vote.count(teller.of(), voters, hands, vote.tablets()));
    }
  }

  /// The run-off, where one is due.
  record Again() implements Voting {
    @Override
    public By by() {
      return By.LEADER;
    }

    @Override
    public Outcome vote(Vote vote, Teller teller, Scene scene) {
      if (!vote.runOff(scene)) {
        return vote.second() ? Act.next(vote) : Act.no(Refusal.VOTE_CLOSED);
      }
      var best = Tally.of(vote, scene).best().subList(0, 2);
      return Act.next(
          new Vote(
              vote.method(),
              1,
              best,
              Collections.emptySortedMap(),
              true,
              vote.tablets(),
              vote.lost()));
    }
  }
}
