package org.linkroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which of the machine's cores a process may use. What is measured and what measures it are kept
/// apart, so that neither takes the other's time.
enum Cores {
  /// The first: the one server of a row.
  SERVER,
  /// The second: the generator, PostgreSQL and Redis.
  GENERATOR,
  /// All: rows with several nodes, and those that need both.
  ALL;

  static final int COUNT = Runtime.getRuntime().availableProcessors();

  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  /// A machine with one core, or without the tool, keeps nothing apart.
  private static final boolean PINNED = COUNT > 1 && Files.isExecutable(TASKSET);

  /// The command that runs another one on these cores.
  List<String> running(List<String> command) {
    if (!PINNED) {
      return command;
    }
    var all = new ArrayList<>(List.of(TASKSET.toString(), "-c", cores()));
    all.addAll(command);
    return all;
  }

  private String cores() {
    return switch (this) {
      case SERVER -> "0";
      case GENERATOR -> "1";
      case ALL -> "0-" + (COUNT - 1);
    };
  }

  /// Keep this process itself, and what it starts from here on, to these cores.
  void take() {
    if (PINNED) {
      String self = Long.toString(ProcessHandle.current().pid());
      var taskset = new ProcessBuilder(TASKSET.toString(), "-a", "-c", "-p", cores(), self);
      try {
        taskset.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().onExit().join();
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }
  }
}
