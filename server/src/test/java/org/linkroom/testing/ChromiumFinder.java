package org.linkroom.testing;

import com.microsoft.playwright.impl.driver.Driver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds a Chromium or Chrome on this machine, and brings one where there is none: Debian's own
/// package where apt may be used, else the one that Playwright downloads. Chromium's headless shell
/// is taken first: the same engine without a browser's windows, whose drawing costs two cores half
/// of their time.
final class ChromiumFinder {
  private static final String SHELL = "chromium-headless-shell";
  private static final String NONE =
      "The browser tests need Chromium or Chrome, and none could be brought to this machine. Please install one"
          + " (on Debian: apt-get install chromium-headless-shell), or leave these tests out: mvn verify -DskipBrowser";
  private static final List<String> NAMES =
      List.of(
          SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
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
    if (Programs.debian("The browser tests need Chromium", SHELL)) {
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
    return Programs.here(NAMES, APPLICATIONS);
  }

  private static boolean playwright() {
    System.out.println("The browser tests need Chromium: Playwright downloads its own.");
    var install =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
            .createProcessBuilder();
    install.command().addAll(List.of("install", "--only-shell", "chromium"));
    return Programs.runs(Programs.BRING, install);
  }
}
