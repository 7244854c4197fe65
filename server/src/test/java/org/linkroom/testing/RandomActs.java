package org.linkroom.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.linkroom.activity.Act;
import org.linkroom.activity.Asking;
import org.linkroom.activity.Cards;
import org.linkroom.activity.CheckIn;
import org.linkroom.activity.Drawing;
import org.linkroom.activity.Game;
import org.linkroom.activity.Show;
import org.linkroom.activity.Tablets;
import org.linkroom.activity.Talking;
import org.linkroom.activity.Together;
import org.linkroom.activity.Voting;

/// Anything that a person may do in any activity. What a child types is marked, so that it can be
/// looked for where it must not be.
public final class RandomActs {
  /// What every pupil's question in these stories says.
  public static final String TYPED = "Why do octopuses dream";

  private RandomActs() {}

  static Arbitrary<Act> acts() {
    return Arbitraries.oneOf(gathered(), polled(), talked());
  }

  private static Arbitrary<Act> gathered() {
    var classId = Arbitraries.of(Cast.OAK, Cast.ELM);
    return Arbitraries.oneOf(
        List.<Arbitrary<Act>>of(
            Arbitraries.integers().between(-1, 4).map(Cards.Does.Turn::new),
            classId.injectNull(0.3).map(Cards.Does.Sign::new),
            Arbitraries.of("0a1z", "0a1z0c20", "x").map(Drawing.Does.Line::new),
            Arbitraries.of(new Drawing.Does.Clear()),
            classId.injectNull(0.3).map(Show.Does.Whose::new),
            Arbitraries.integers().between(-1, 3).map(Show.Does.Turn::new),
            Arbitraries.of(new Show.Does.Wall()),
            Arbitraries.of("same", "different")
                .map(kind -> new Together.Does.Write(kind, "We like rain", false)),
            Arbitraries.of("", "Group 2").map(group -> new Asking.Write(group, TYPED, false))));
  }

  private static Arbitrary<Act> polled() {
    var number = Arbitraries.integers().between(0, 40);
    return Arbitraries.oneOf(
        List.<Arbitrary<Act>>of(
            number.map(n -> new CheckIn.Does.Count(new TreeMap<>(java.util.Map.of("sunny", n)))),
            Combinators.combine(number, number)
                .as((voters, hands) -> new Voting.Count(voters, new TreeMap<>())),
            Arbitraries.of(
                new Tablets.Does.Ask(true),
                new Tablets.Does.Ask(true),
                new Tablets.Does.Ask(false)),
            Arbitraries.of("sunny", "rainy")
                .map(w -> new Tablets.Does.Cast(new TreeSet<>(Set.of(w)))),
            Arbitraries.of(new Tablets.Does.Close()),
            Arbitraries.of(new Voting.Again())));
  }

  private static Arbitrary<Act> talked() {
    var number = Arbitraries.integers().between(0, 40);
    return Arbitraries.oneOf(
        List.<Arbitrary<Act>>of(
            Arbitraries.integers().between(-1, 4).map(Game.Does.Turn::new),
            Arbitraries.of(true, false).map(Game.Does.Beat::new),
            Arbitraries.of(true, false).map(Talking.Want::new),
            Arbitraries.integers().between(0, 3).map(Talking.Pass::new),
            Arbitraries.of(true, false).map(Talking.Follow::new),
            Arbitraries.of(1, 2).map(Talking.Swap::new),
            number.map(n -> new Talking.Heard(20 * n))));
  }
}
