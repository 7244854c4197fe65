package org.linkroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The Node inside Playwright's driver, the one that the browser tests use: nothing else has to be
/// on the machine.
public final class NodeJs {
  private NodeJs() {}

  /// What came of a run.
  ///
  /// @param code 0 if all was well
  /// @param said everything that it wrote
  public record Ran(int code, String said) {}

  /// Run it to its end.
  public static Ran run(String... arguments) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ran(process.waitFor(), said);
  }

  /// What starts it.
  public static List<String> command(String... arguments) {
    var command = new ArrayList<>(List.of(node()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String node() {
    return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
        .createProcessBuilder()
        .command()
        .getFirst();
  }
}
