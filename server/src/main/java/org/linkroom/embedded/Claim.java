package org.linkroom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A run's claim to a folder of embedded servers. Whatever else runs there belongs to a run that
/// was killed, and may be stopped: the system gives a killed run's claim back.
public final class Claim implements AutoCloseable {
  private final FileChannel channel;

  private Claim(FileChannel channel) {
    this.channel = channel;
  }

  /// Take the folder.
  ///
  /// @throws IllegalArgumentException with a sentence, if another run has it
  public static Claim of(Path folder) {
    try {
      Files.createDirectories(folder);
      var file = folder.resolve("claim");
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return new Claim(channel);
      }
      channel.close();
      throw new IllegalArgumentException(
          "Another Linkroom runs with the data in "
              + folder
              + ". Stop it first, or give this one a folder of its own by the setting data.");
    } catch (IOException fault) {
      throw new UncheckedIOException("The folder " + folder + " cannot be used", fault);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
