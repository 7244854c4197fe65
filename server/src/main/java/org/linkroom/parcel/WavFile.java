package org.linkroom.parcel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/// A WAV: chunks, of which two are the sound, how it is written and itself. The others, who
/// recorded it where, are left out.
final class WavFile {
  private static final Set<String> SOUND = Set.of("fmt ", "data");
  private static final int HEAD = 12;

  private WavFile() {}

  /// The sound alone; empty where it is not whole.
  static Optional<byte[]> plain(byte[] file) {
    var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    var kept = new ByteArrayOutputStream(file.length);
    int found = 0;
    int at = HEAD;
    while (at + 8 <= file.length) {
      String name = new String(file, at, 4, ISO_8859_1);
      long size = Integer.toUnsignedLong(in.getInt(at + 4));
      if (at + 8 + size > file.length) {
        return Optional.empty();
      }
      long whole = Math.min(8 + size + (size & 1), file.length - at);
      if (SOUND.contains(name)) {
        kept.write(file, at, (int) whole);
        found++;
      }
      at += (int) whole;
    }
    return found == SOUND.size() ? Optional.of(riff(kept.toByteArray())) : Optional.empty();
  }

  private static byte[] riff(byte[] chunks) {
    return ByteBuffer.allocate(HEAD + chunks.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(ISO_8859_1))
        .putInt(4 + chunks.length)
        .put("WAVE".getBytes(ISO_8859_1))
        .put(chunks)
        .array();
  }
}
