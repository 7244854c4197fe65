package org.linkroom.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A change of more than one step in Redis, run as one. It is sent whole each time: Redis keeps the
/// compiled script by its text, and no node has to be asked whether it knows it.
public record Script(String text) {

  /// Read one from the jar's redis folder.
  public static Script named(String name) {
    try (var in = Script.class.getResourceAsStream("/redis/" + name + ".lua")) {
      return new Script(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
