package org.linkroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// A real issuer of OpenID Connect: the npm package oidc-provider, certified by the OpenID
/// Foundation, in the Node of Playwright's driver. npm brings it, and Debian's package brings npm
/// where there is none.
public final class RealIssuer implements AutoCloseable {
  /// Who we are to it.
  public static final String CLIENT = "linkroom";

  /// Its secret with us, with letters that must be escaped on their way.
  public static final String SECRET = "a secret: of + the test & no other";

  private static final Path FROM = Path.of("server", "src", "test", "openid");
  private static final Path HERE = Path.of("target", "openid");
  private static final String NONE =
      "The test with a real OpenID Connect server needs npm, and none could be brought to this machine. Please"
          + " install one (on Debian: apt-get install npm), or leave it out: mvn verify -DskipBrowser";

  private final Process process;

  private RealIssuer(Process process) {
    this.process = process;
  }

  /// Start it.
  ///
  /// @param port of this machine's 127.0.0.1
  /// @param back where it may send browsers back to
  public static RealIssuer start(int port, String back) throws IOException {
    bring();
    var command =
        NodeJs.command(HERE.resolve("issuer.js").toString(), "" + port, back, CLIENT, SECRET);
    var process =
        new ProcessBuilder(command)
            .redirectError(HERE.resolve("issuer.log").toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    // It says one word when it listens; the stream ends if it never does.
    var said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    if (!"ready".equals(said.readLine())) {
      process.destroyForcibly();
      throw new IllegalStateException(Files.readString(HERE.resolve("issuer.log")));
    }
    return new RealIssuer(process);
  }

  private static void bring() throws IOException {
    Files.createDirectories(HERE);
    var lock = HERE.resolve("package-lock.json");
    boolean there =
        Files.exists(HERE.resolve("node_modules"))
            && Files.exists(lock)
            && Files.mismatch(FROM.resolve("package-lock.json"), lock) < 0;
    Files.copy(
        FROM.resolve("issuer.js"), HERE.resolve("issuer.js"), StandardCopyOption.REPLACE_EXISTING);
    if (there) {
      return;
    }
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(FROM.resolve(file), HERE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    var install =
        new ProcessBuilder(
                npm().toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
            .directory(HERE.toFile());
    if (!Programs.runs(Programs.BRING, install)) {
      Files.delete(lock);
      throw new IllegalStateException("npm could not bring oidc-provider");
    }
  }

  private static Path npm() {
    return Programs.here(List.of("npm"), List.of())
        .or(
            () ->
                Programs.debian("A real OpenID Connect server needs npm", "npm")
                    ? Programs.here(List.of("npm"), List.of())
                    : Optional.empty())
        .orElseThrow(() -> new IllegalStateException(NONE));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
