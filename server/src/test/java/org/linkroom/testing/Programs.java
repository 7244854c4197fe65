package org.linkroom.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this machine, and those that Debian's packages bring where apt may be used.
final class Programs {
  /// How long bringing one may take.
  static final Duration BRING = Duration.ofMinutes(8);

  private Programs() {}

  /// One that runs, by any of its names or at any of these places.
  static Optional<Path> here(List<String> names, List<Path> places) {
    var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    var named =
        names.stream().flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)));
    return Stream.concat(named, places.stream())
        .filter(Files::isExecutable)
        // Some systems keep a program of that name that only says how to install the real one.
        .filter(program -> runs(Duration.ofSeconds(20), program.toString(), "--version"))
        .findFirst();
  }

  private static boolean mayUseApt() {
    try {
      return System.getProperty("user.name").equals("root")
          && Files.isExecutable(Path.of("/usr/bin/apt-get"))
          && Files.readString(Path.of("/etc/os-release")).lines().anyMatch("ID=debian"::equals);
    } catch (IOException notLinux) {
      return false;
    }
  }

  /// Install Debian's package, where that may be done; tells whether it was.
  ///
  /// @param why the beginning of what is said of it
  static boolean debian(String why, String name) {
    if (!mayUseApt()) {
      return false;
    }
    System.out.println(why + ": installing Debian's package.");
    var install = List.of("apt-get", "-q", "-y", "install", "--no-install-recommends");
    var command = new ArrayList<>(install);
    command.add(name);
    return runs(BRING, "apt-get", "-q", "update") && runs(BRING, command.toArray(String[]::new));
  }

  static boolean runs(Duration within, String... command) {
    var process = new ProcessBuilder(command);
    process.environment().put("DEBIAN_FRONTEND", "noninteractive");
    return runs(within, process);
  }

  static boolean runs(Duration within, ProcessBuilder command) {
    try {
      var process =
          command
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
