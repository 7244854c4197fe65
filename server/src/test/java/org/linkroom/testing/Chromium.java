package org.linkroom.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One real Chromium for all browser tests of a run, started when first asked for, with a camera
/// and a microphone that show a test picture and beep. Each test opens contexts of its own, one for
/// each device that it plays, and closes them.
///
/// Playwright is not for several threads: all calls come from the one thread that runs the tests.
public final class Chromium {
  private static final List<String> ARGUMENTS =
      List.of(
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          // As in a browser that a person uses: sound waits for the first press on the page.
          "--autoplay-policy=document-user-activation-required",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          "--no-first-run");

  private static Playwright playwright;
  private static Optional<Path> program = Optional.empty();
  private static Browser browser;

  private Chromium() {}

  /// A new, empty context: a device that has never been here.
  public static BrowserContext context() {
    return context(new Browser.NewContextOptions());
  }

  /// A new context of this size, language, colour scheme and so on.
  public static BrowserContext context(Browser.NewContextOptions options) {
    return browser().newContext(options);
  }

  /// The browser itself.
  public static synchronized Browser browser() {
    if (browser == null) {
      start();
    }
    return browser;
  }

  /// Another browser, whose camera shows a film: the caller closes it.
  ///
  /// @param film JPEG pictures one after the other, in a file whose name ends in .mjpeg
  public static synchronized Browser withCamera(Path film) {
    browser();
    return launch(
        Stream.concat(ARGUMENTS.stream(), Stream.of("--use-file-for-fake-video-capture=" + film))
            .toList());
  }

  private static void start() {
    // The browser of this machine; none: the one that Playwright has brought.
    program = ChromiumFinder.find();
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    browser = launch(ARGUMENTS);
    Runtime.getRuntime().addShutdownHook(new Thread(Chromium::stop));
  }

  private static Browser launch(List<String> arguments) {
    // Playwright passes --no-sandbox by itself: root and most containers have no sandbox to offer,
    // and only pages of ours are opened.
    var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(arguments);
    program.ifPresent(options::setExecutablePath);
    return playwright.chromium().launch(options);
  }

  private static synchronized void stop() {
    playwright.close();
  }
}
