package org.linkroom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Secrets that are made once and kept in a file that only its owner reads.
public final class Secrets {
  private Secrets() {}

  /// Read the secret in a file; make it first if there is none. 256 random bits in hex.
  public static String kept(Path file) {
    try {
      if (Files.isReadable(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      var bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      String secret = HexFormat.of().formatHex(bytes);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, secret);
      return secret;
    } catch (IOException fault) {
      throw new UncheckedIOException("The secret cannot be kept in " + file, fault);
    }
  }
}
