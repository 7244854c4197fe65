package org.linkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each thing that may befall a running Linkroom and is over at once, once: no acknowledged line is
/// lost, doubled or out of order, no page sees a version go back within an epoch, and no gap is
/// silent. What lasts for a while, and two things at once, are left to the long run: `mvn -Pchaos`.
class ChaosTest {
  private static final long SEED = 20261124;

  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static Hall hall;

  @BeforeAll
  static void open() {
    folder.toFile().setExecutable(true, false);
    folder.toFile().setReadable(true, false);
    hall = new Hall(folder, SEED);
  }

  @AfterAll
  static void close() {
    hall.close();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = ".*(FROZEN|HALF_OPEN|STALLED|SLOW|NARROW|SEVERED|_AND_|_THEN_).*")
  void nothingAcknowledgedIsLostDoubledOrReordered(Fault fault) {
    var verdict = Trial.run(fault, hall, new SplittableRandom(SEED + fault.name().hashCode()));
    System.out.printf(
        "chaos: %s, %d lines, %d s%n",
        fault.words(), verdict.acknowledged(), verdict.took().toSeconds());
    assertThat(verdict.faults()).as(fault.words()).isEmpty();
  }
}
