package org.linkroom.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A program that runs as a process of its own, to be killed, stopped where it is, and started
/// anew.
final class Program {
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path said;
  private Process process;

  /// Nothing runs before `start`.
  ///
  /// @param said where everything that it prints is kept
  Program(List<String> command, Map<String, String> environment, Path said) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.said = said;
  }

  void start() {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LINKROOM_"));
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
    try {
      process = builder.start();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  boolean runs() {
    return process != null && process.isAlive();
  }

  /// kill -9, and wait until it is gone.
  void kill() {
    process.destroyForcibly();
    ended(Duration.ofSeconds(10));
  }

  /// Ask it to end, and wait until it has; give its exit code.
  int terminate(Duration bound) {
    process.destroy();
    ended(bound);
    return process.exitValue();
  }

  private void ended(Duration bound) {
    try {
      if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still runs after " + bound + ": " + command.getLast());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stop);
    }
  }

  /// Stop it where it is: no code of it runs, and its connections hang.
  void freeze() {
    signal("STOP", process.toHandle());
  }

  /// Let it go on, as if no time had passed.
  void thaw() {
    signal("CONT", process.toHandle());
  }

  /// Send a signal to a process and all that it started.
  static void signal(String name, ProcessHandle to) {
    Stream.concat(Stream.of(to), to.descendants())
        .forEach(
            one -> {
              try {
                new ProcessBuilder("kill", "-" + name, Long.toString(one.pid())).start().waitFor();
              } catch (IOException fault) {
                throw new UncheckedIOException(fault);
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /// What it has printed.
  String said() {
    try {
      return Files.exists(said) ? Files.readString(said) : "";
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Wait for a thing, with a bound.
  static void await(String what, Duration bound, BooleanSupplier there) {
    long end = System.nanoTime() + bound.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + bound + ": " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
