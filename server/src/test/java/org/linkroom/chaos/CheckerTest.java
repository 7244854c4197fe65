package org.linkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The judge is judged: it passes every history that is well, and names what is wrong in each that
/// is not.
class CheckerTest {
  private static final int WINDOW = 8;

  /// What happened: whose line came next, each time; at least two lines of one sender.
  record Play(List<Integer> senders, int from) {}

  /// A history that is well, and what is kept of it.
  record Told(List<Seen> history, TreeMap<Long, String> kept) {
    Told {
      history = new ArrayList<>(history);
    }
  }

  @Provide
  Arbitrary<Play> plays() {
    return Arbitraries.integers()
        .between(0, 3)
        .list()
        .ofMinSize(2)
        .ofMaxSize(30)
        .map(
            list -> {
              var all = new ArrayList<>(list);
              all.addAll(List.of(4, 4));
              return new Play(all, list.getFirst());
            });
  }

  private static Told well(Play play) {
    var history = new ArrayList<Seen>();
    var kept = new TreeMap<Long, String>();
    var counts = new int[5];
    history.add(new Seen.Welcomed("early", "e", 10, Map.of()));
    for (int sender : play.senders()) {
      String line = "s" + sender + "-" + counts[sender]++;
      long number = kept.size();
      history.add(new Seen.Said("s" + sender, line));
      kept.put(number, line);
      history.add(patch("early", 10 + number, number, line));
      history.add(new Seen.Acknowledged("s" + sender, line));
    }
    history.add(new Seen.Said("s9", "s9-0"));
    history.add(new Seen.Refused("s9", "s9-0", "store.away"));
    history.add(new Seen.Welcomed("late", "e", 10 + kept.size(), last(kept)));
    return new Told(history, kept);
  }

  private static Seen.Patched patch(String page, long from, long number, String line) {
    var gone = number >= WINDOW ? Set.of(number - WINDOW) : Set.<Long>of();
    return new Seen.Patched(page, from, from + 1, Map.of(number, line), gone);
  }

  private static Map<Long, String> last(SortedMap<Long, String> kept) {
    return new TreeMap<>(kept.tailMap((long) kept.size() - WINDOW));
  }

  private static List<String> faults(Told told) {
    return Checker.faults(told.history(), told.kept(), told.kept().size() - WINDOW);
  }

  private static void finds(Told told, String word) {
    assertThat(faults(told)).anyMatch(fault -> fault.startsWith(word + ":"));
  }

  @Property(tries = 100)
  void itPassesWhatIsWell(@ForAll("plays") Play play) {
    assertThat(faults(well(play))).isEmpty();
  }

  @Property(tries = 100)
  void itFindsALostLine(@ForAll("plays") Play play) {
    var told = well(play);
    told.kept().pollLastEntry();
    finds(told, "lost");
  }

  @Property(tries = 100)
  void itFindsADoubledLine(@ForAll("plays") Play play) {
    var told = well(play);
    told.kept().put((long) told.kept().size(), told.kept().get((long) play.from()));
    finds(told, "doubled");
  }

  @Property(tries = 100)
  void itFindsTwoLinesOfOneSenderSwapped(@ForAll("plays") Play play) {
    var told = well(play);
    var last = told.kept().lastEntry();
    String before = told.kept().put(last.getKey() - 1, last.getValue());
    told.kept().put(last.getKey(), before);
    finds(told, "swapped");
    finds(told, "elsewhere");
  }

  @Property(tries = 100)
  void itFindsALineThatNobodySaid(@ForAll("plays") Play play) {
    var told = well(play);
    told.kept().put((long) told.kept().size(), "s7-0");
    finds(told, "invented");
  }

  @Property(tries = 100)
  void itFindsAVersionThatGoesBack(@ForAll("plays") Play play) {
    var told = well(play);
    told.history().add(new Seen.Welcomed("early", "e", 11, last(told.kept())));
    finds(told, "back");
  }

  @Property(tries = 100)
  void itFindsAnEpochThatComesAgain(@ForAll("plays") Play play) {
    var told = well(play);
    told.history().add(new Seen.Welcomed("early", "f", 90, last(told.kept())));
    assertThat(faults(told)).isEmpty();
    told.history().add(new Seen.Welcomed("early", "e", 99, last(told.kept())));
    finds(told, "back");
  }

  @Property(tries = 100)
  void itFindsAGapThatNobodyWasToldOf(@ForAll("plays") Play play) {
    var told = well(play);
    int missed = 3 * play.from();
    told.history().remove(seen(told, Seen.Patched.class, missed));
    finds(told, "silent");
    told.history().add(new Seen.Welcomed("early", "e", 99, last(told.kept())));
    assertThat(faults(told)).isEmpty();
  }

  private static Seen seen(Told told, Class<? extends Seen> kind, int place) {
    var all = told.history().stream().filter(kind::isInstance).toList();
    return all.get(Math.min(place, all.size() - 2));
  }

  @Property(tries = 100)
  void itFindsAPageThatEndsShowingSomethingElse(@ForAll("plays") Play play) {
    var told = well(play);
    told.history().remove(seen(told, Seen.Patched.class, 999));
    told.history().removeIf(s -> s instanceof Seen.Patched p && p.from() == 9 + told.kept().size());
    finds(told, "differs");
  }

  @Property(tries = 100)
  void itFindsALineThatTwoSawAtDifferentPlaces(@ForAll("plays") Play play) {
    var told = well(play);
    told.history().add(new Seen.Welcomed("other", "e", 99, Map.of(0L, "s4-1")));
    finds(told, "elsewhere");
  }

  @Property(tries = 100)
  void aLineThatWasRefusedMayStandOnceAndNotTwice(@ForAll("plays") Play play) {
    var told = well(play);
    told.kept().put((long) told.kept().size(), "s9-0");
    told.history().add(new Seen.Welcomed("early", "e", 99, last(told.kept())));
    told.history().add(new Seen.Welcomed("late", "e", 99, last(told.kept())));
    assertThat(faults(told)).isEmpty();
    told.kept().put((long) told.kept().size(), "s9-0");
    finds(told, "doubled");
  }
}
