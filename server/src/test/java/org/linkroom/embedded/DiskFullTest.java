package org.linkroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.REED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.protocol.Refusal;
import org.linkroom.room.SideCommand;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestNode;

/// The embedded Redis on a disk of its own, which is full in the middle of a link-up.
class DiskFullTest {
  @TempDir(cleanup = CleanupMode.NEVER)
  Path disk;

  @BeforeEach
  void mount() throws Exception {
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString()))
        .as("a small disk can be mounted only by root on Linux")
        .isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  @Test
  void commandsAreRefusedInWordsUntilThereIsRoomAndNothingAcknowledgedIsLost() throws Exception {
    try (var redis = EmbeddedRedis.start(disk.resolve("redis"));
        var node = TestNode.start(redis.url(), Servers.database())) {
      var room = TestNode.planned();
      var khan = node.page(room, KHAN).until("the room", page -> page.document().has("own"));
      assertThat(khan.says(new SideCommand.Cover())).isEmpty();
      khan.sees("/sides/oak000000000/covered", "true");
      fill();
      // What still finds room is acknowledged and stands.
      boolean covered = true;
      Optional<Refusal> answer = Optional.empty();
      while (answer.isEmpty()) {
        answer = khan.says(covered ? new SideCommand.Uncover() : new SideCommand.Cover());
        covered = answer.isEmpty() != covered;
      }
      assertThat(answer).contains(Refusal.AWAY);
      assertThat(khan.says(new SideCommand.Cover())).contains(Refusal.AWAY);
      shows(khan, covered);
      assertThat(khan.byes()).isEmpty();
      Files.delete(disk.resolve("filler"));
      var reed = node.page(room, REED).until("the room", page -> page.document().has("own"));
      shows(reed, covered);
      assertThat(takenAgain(khan)).isTrue();
      reed.sees("/sides/oak000000000/covered", "true");
    }
  }

  /// Wait until a page shows what was acknowledged.
  private static void shows(FakePage page, boolean covered) {
    page.until(
        "covered " + covered,
        is -> is.document().at("/sides/oak000000000").has("covered") == covered);
  }

  /// Press until it is taken.
  private static boolean takenAgain(FakePage page) {
    long end = System.nanoTime() + Soon.BOUND.toNanos();
    while (System.nanoTime() < end) {
      if (page.says(new SideCommand.Cover()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// All but a little of the disk is taken.
  private void fill() throws IOException {
    long most = Files.getFileStore(disk).getUsableSpace() - 8 * 1024;
    try (var out = Files.newOutputStream(disk.resolve("filler"))) {
      var block = new byte[4096];
      for (long written = 0; written < most; written += block.length) {
        out.write(block);
      }
    }
  }

  private static int run(String... command) throws Exception {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (IOException none) {
      return -1;
    }
  }
}
