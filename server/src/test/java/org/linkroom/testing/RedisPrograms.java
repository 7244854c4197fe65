package org.linkroom.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/// The Redis programs that tests run on: the embedded one of Linkroom itself, and a newer one where
/// the machine has it.
public final class RedisPrograms {
  private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.");
  private static Path embedded;

  private RedisPrograms() {}

  /// The one that comes with the build: 6.2.
  public static synchronized Path embedded() {
    try {
      if (embedded == null) {
        var folder = Files.createTempDirectory("linkroom-redis-program");
        embedded = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        embedded.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
      }
      return embedded;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// The machine's own, if it is 7 or newer.
  public static Optional<Path> seven() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .filter(program -> major(program) >= 7)
        .findFirst();
  }

  /// Whether the machine has one.
  public static boolean hasSeven() {
    return seven().isPresent();
  }

  private static int major(Path program) {
    try {
      var asked = new ProcessBuilder(program.toString(), "--version").start();
      var found =
          VERSION.matcher(
              new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return found.find() ? Integer.parseInt(found.group(1)) : 0;
    } catch (IOException none) {
      return 0;
    }
  }
}
