package org.linkroom.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// A change of more than one step in Redis, run as one. It is sent whole on each new connection,
/// and by its digest from then on. The last of its arguments is always the command by which the
/// server that runs it publishes.
///
/// @param text what Redis runs
/// @param sha the digest by which Redis knows it again
public record Script(String text, String sha) {

  /// Read one from the jar's redis folder.
  public static Script named(String name) {
    try (var in = Script.class.getResourceAsStream("/redis/" + name + ".lua")) {
      return of(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static Script of(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Script(text, HexFormat.of().formatHex(sha));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
