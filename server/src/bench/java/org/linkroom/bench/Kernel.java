package org.linkroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What Linux counts of a process.
final class Kernel {
  /// User and system time are told in hundredths of a second on every Linux.
  private static final double TICKS = 100;

  private static final int USER = 11;

  private Kernel() {}

  /// Seconds of processor time that it has used so far, its own and the kernel's for it.
  static double cpu(long pid) {
    return seconds(read(pid, "stat"));
  }

  private static double seconds(String stat) {
    // The program's name stands in brackets and may hold anything.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1])) / TICKS;
  }

  /// Seconds of processor time of those of its threads whose names begin so.
  static double cpu(long pid, String... names) {
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads
          .map(thread -> read(pid, "task/" + thread.getFileName() + "/stat"))
          .filter(stat -> Stream.of(names).anyMatch(name -> stat.contains("(" + name)))
          .mapToDouble(Kernel::seconds)
          .sum();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// Bytes of memory that are its own just now (VmRSS).
  static long memory(long pid) {
    return read(pid, "status")
            .lines()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        * 1024;
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
