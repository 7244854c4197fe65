package org.linkroom.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Any number of cycles: whatever may befall a running Linkroom, in any order, by a seed that can
/// be given again. `mvn -Pchaos -Dcycles=100 -Dseed=7 -Dfaults=redis.*` runs it.
final class Chaos {
  private final long seed;
  private final List<Fault> faults;
  private final List<Trial.Verdict> verdicts = new ArrayList<>();

  private Chaos(long seed, String names) {
    this.seed = seed;
    faults =
        List.of(Fault.values()).stream()
            .filter(fault -> fault.name().toLowerCase(java.util.Locale.ROOT).matches(names))
            .toList();
  }

  /// Run them, and end with 1 if anything was wrong.
  ///
  /// @param arguments how many cycles; the seed, 0 for any; a pattern of the faults' names
  public static void main(String[] arguments) throws IOException {
    int cycles = Integer.parseInt(arguments[0]);
    long given = Long.parseLong(arguments[1]);
    long seed = given == 0 ? System.nanoTime() : given;
    var chaos = new Chaos(seed, arguments[2]);
    boolean well = chaos.run(cycles);
    System.exit(well ? 0 : 1);
  }

  private boolean run(int cycles) throws IOException {
    System.out.println("chaos: seed " + seed + ", " + cycles + " cycles");
    var folder = Files.createTempDirectory("linkroom-chaos");
    folder.toFile().setExecutable(true, false);
    folder.toFile().setReadable(true, false);
    try (var hall = new Hall(folder, seed)) {
      var chance = new SplittableRandom(seed);
      var deck = new ArrayList<Fault>();
      for (int i = 1; i <= cycles; i++) {
        if (deck.isEmpty()) {
          deck.addAll(faults);
          Collections.shuffle(deck, new Random(chance.nextLong()));
        }
        tell(i, Trial.run(deck.removeLast(), hall, chance.split()));
      }
    }
    summary(folder);
    return verdicts.stream().allMatch(verdict -> verdict.faults().isEmpty());
  }

  private void tell(int cycle, Trial.Verdict verdict) {
    verdicts.add(verdict);
    System.out.printf(
        "chaos: %3d %-32s %5d lines %4d s  %s%n",
        cycle,
        verdict.fault().words(),
        verdict.acknowledged(),
        verdict.took().toSeconds(),
        verdict.faults().isEmpty() ? "well" : verdict.faults());
  }

  private void summary(Path folder) {
    var counts = new TreeMap<String, Integer>();
    verdicts.forEach(verdict -> counts.merge(verdict.fault().words(), 1, Integer::sum));
    long lines = verdicts.stream().mapToLong(Trial.Verdict::acknowledged).sum();
    long bad = verdicts.stream().filter(verdict -> !verdict.faults().isEmpty()).count();
    var took = verdicts.stream().map(Trial.Verdict::took).reduce(Duration.ZERO, Duration::plus);
    System.out.println("chaos: " + counts);
    System.out.printf(
        "chaos: seed %d: %d cycles, %d lines acknowledged, %d cycles with a fault, %d min; logs in %s%n",
        seed, verdicts.size(), lines, bad, took.toMinutes(), folder);
  }
}
