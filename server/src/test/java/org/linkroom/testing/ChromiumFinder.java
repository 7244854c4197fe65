package org.linkroom.testing;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds a Chromium or Chrome on this machine, and brings one where there is none: Debian's own
/// package where apt may be used, else the one that Playwright downloads.
final class ChromiumFinder {
  private static final Duration BRING = Duration.ofMinutes(8);
  private static final String NONE =
      "The browser tests need Chromium or Chrome, and none could be brought to this machine. Please install one"
          + " (on Debian: apt-get install chromium), or leave these tests out: mvn verify -DskipBrowser";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<Path> APPLICATIONS =
      List.of(
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private ChromiumFinder() {}

  /// The program to run; empty for the one that Playwright keeps.
  ///
  /// @throws IllegalStateException with the sentence that says how to get one
  static Optional<Path> find() {
    var here = onThisMachine();
    if (here.isPresent()) {
      return here;
    }
    if (mayUseApt() && debian()) {
      var brought = onThisMachine();
      if (brought.isPresent()) {
        return brought;
      }
    }
    if (playwright()) {
      return Optional.empty();
    }
    throw new IllegalStateException(NONE);
  }

  private static Optional<Path> onThisMachine() {
    var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    var named =
        NAMES.stream().flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)));
    return Stream.concat(named, APPLICATIONS.stream())
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

  private static boolean debian() {
    System.out.println("The browser tests need Chromium: installing Debian's package.");
    return runs(BRING, "apt-get", "-q", "update")
        && runs(BRING, "apt-get", "-q", "-y", "install", "--no-install-recommends", "chromium");
  }

  private static boolean playwright() {
    System.out.println("The browser tests need Chromium: Playwright downloads its own.");
    var install =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
            .createProcessBuilder();
    install.command().addAll(List.of("install", "--only-shell", "chromium"));
    return runs(BRING, install);
  }

  private static boolean runs(Duration within, String... command) {
    var process = new ProcessBuilder(command);
    process.environment().put("DEBIAN_FRONTEND", "noninteractive");
    return runs(within, process);
  }

  private static boolean runs(Duration within, ProcessBuilder command) {
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
