package org.linkroom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Secrets that are made once and kept in a file that only its owner reads.
public final class Secrets {
  private Secrets() {}

  /// Read the secret in a file; make it first if there is none. 256 random bits in hex.
  public static String kept(Path file) {
    try {
      String kept = Files.isReadable(file) ? Files.readString(file).strip() : "";
      return kept.isEmpty() ? made(file) : kept;
    } catch (IOException fault) {
      throw new UncheckedIOException("The secret cannot be kept in " + file, fault);
    }
  }

  /// Written beside and moved into place, so that a run that is killed leaves no half of one.
  private static String made(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    // The temporary file is its owner's alone from the beginning.
    var beside = Files.createTempFile(folder, "secret", ".new");
    Files.writeString(beside, secret);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    return secret;
  }
}
