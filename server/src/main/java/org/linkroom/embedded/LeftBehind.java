package org.linkroom.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops a server that an earlier run of ours was killed over, so that this run can have its data.
final class LeftBehind {
  private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private LeftBehind() {}

  /// Stop the process whose number stands in the first line of a file, if it still runs the program
  /// that it should; another program may have got the number since.
  static void stop(Path pidFile, String program) {
    running(pidFile, program)
        .ifPresent(
            process -> {
              LOG.info("left_behind={} pid={} action=stop", program, process.pid());
              end(process);
            });
  }

  /// The process whose number stands there, under the same condition.
  static Optional<ProcessHandle> running(Path pidFile, String program) {
    if (!Files.isReadable(pidFile)) {
      return Optional.empty();
    }
    try {
      String first = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
      return first.matches("\\d{1,10}")
          ? ProcessHandle.of(Long.parseLong(first))
              .filter(p -> p.info().command().orElse("").contains(program))
          : Optional.empty();
    } catch (IOException unreadable) {
      LOG.warn("left_behind={} fault=unreadable", program);
      return Optional.empty();
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stubborn) {
      process.destroyForcibly();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
