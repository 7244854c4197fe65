package org.linkroom.parcel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/// An MP3: frames of sound, with notes before and after them (ID3, Lyrics3, APE). The frames alone
/// are kept.
final class Mp3File {
  private static final int[] RATES = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] RATES_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] HERTZ = {44_100, 48_000, 32_000};

  /// Frames in a row without which it is none: a few bytes look like one by chance.
  private static final int ENOUGH = 3;

  private Mp3File() {}

  /// Its frames; empty where there are not enough.
  static Optional<byte[]> plain(byte[] file) {
    int from = after(file);
    int at = from;
    int frames = 0;
    for (int size = frame(file, at); size > 0 && at + size <= file.length; ) {
      at += size;
      frames++;
      size = frame(file, at);
    }
    return frames < ENOUGH ? Optional.empty() : Optional.of(Arrays.copyOfRange(file, from, at));
  }

  /// Tell whether a frame begins here.
  static boolean begins(byte[] file, int at) {
    return frame(file, at) > 0;
  }

  /// Where the notes at its beginning end: there may be several, and padding after them.
  private static int after(byte[] file) {
    int at = 0;
    while (at + 10 <= file.length && new String(file, at, 3, ISO_8859_1).equals("ID3")) {
      int size = (file[at + 6] & 0x7f) << 21 | (file[at + 7] & 0x7f) << 14;
      size |= (file[at + 8] & 0x7f) << 7 | (file[at + 9] & 0x7f);
      boolean foot = (file[at + 5] & 0x10) != 0;
      at += 10 + size + (foot ? 10 : 0);
    }
    while (at < file.length && file[at] == 0) {
      at++;
    }
    return at;
  }

  /// The bytes of the frame of layer 3 that begins here; 0 where none does.
  private static int frame(byte[] file, int at) {
    if (at + 4 > file.length || (file[at] & 0xff) != 0xff || (file[at + 1] & 0xe6) != 0xe2) {
      return 0;
    }
    int version = (file[at + 1] >> 3) & 3;
    int rate = (file[at + 2] >> 4) & 15;
    int hertz = (file[at + 2] >> 2) & 3;
    if (version == 1 || rate == 0 || rate == 15 || hertz == 3) {
      return 0;
    }
    boolean first = version == 3;
    int kilobits = (first ? RATES : RATES_2)[rate];
    int samples = HERTZ[hertz] / (first ? 1 : version == 2 ? 2 : 4);
    return (first ? 144 : 72) * kilobits * 1000 / samples + ((file[at + 2] >> 1) & 1);
  }
}
