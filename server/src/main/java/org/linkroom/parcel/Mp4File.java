package org.linkroom.parcel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// An M4A: boxes within boxes. Those that hold notes, such as where and by whom it was recorded,
/// are emptied in their place, for others say by its number at which byte the sound is. A film is
/// none.
final class Mp4File {
  private static final Set<String> NOTES = Set.of("udta", "meta", "uuid", "free", "skip", "wide");
  private static final Set<String> WHOLES = Set.of("moov", "trak", "mdia", "minf", "stbl");
  private static final Set<String> KNOWN =
      Set.of(
          "ftyp", "mdat", "mvhd", "iods", "tkhd", "edts", "tref", "mdhd", "hdlr", "smhd", "dinf",
          "stsd", "stts", "ctts", "stsc", "stsz", "stz2", "stco", "co64", "stss", "sgpd", "sbgp",
          "sdtp", "load", "gmhd", "elst");
  /// Of one that was written piece by piece as it was recorded: its notes may be anywhere.
  private static final Set<String> PIECES = Set.of("moof", "mvex");

  private static final int DEEPEST = 6;

  private final ByteBuffer file;
  private boolean sound;
  private boolean data;

  private Mp4File(byte[] copy) {
    file = ByteBuffer.wrap(copy);
  }

  /// The sound without its notes; empty where it is not whole, or more than sound.
  static Optional<byte[]> plain(byte[] bytes) {
    var read = new Mp4File(bytes.clone());
    boolean whole = read.boxes(0, bytes.length, 0);
    return whole && read.sound && read.data ? Optional.of(read.file.array()) : Optional.empty();
  }

  private boolean boxes(int from, int to, int depth) {
    int at = from;
    while (at < to) {
      if (at + 8 > to || depth > DEEPEST) {
        return false;
      }
      long size = Integer.toUnsignedLong(file.getInt(at));
      int head = 8;
      if (size == 1 && at + 16 <= to) {
        size = file.getLong(at + 8);
        head = 16;
      } else if (size == 0) {
        size = (long) to - at;
      }
      if (size < head || size > (long) to - at || !box(at, head, (int) size, depth)) {
        return false;
      }
      at += (int) size;
    }
    return true;
  }

  private boolean box(int at, int head, int size, int depth) {
    String name = new String(file.array(), at + 4, 4, ISO_8859_1);
    data |= name.equals("mdat");
    if (PIECES.contains(name)) {
      return false;
    }
    if (WHOLES.contains(name)) {
      return boxes(at + head, at + size, depth + 1);
    }
    if (name.equals("hdlr")) {
      return handles(at + head, at + size);
    }
    if (NOTES.contains(name) || !KNOWN.contains(name)) {
      file.put(at + 4, "free".getBytes(ISO_8859_1));
      Arrays.fill(file.array(), at + head, at + size, (byte) 0);
    } else if (name.equals("mvhd") || name.equals("tkhd") || name.equals("mdhd")) {
      times(at + head, at + size);
    }
    return true;
  }

  /// What a track is: sound, and nothing else. The name that a recorder gave it goes.
  private boolean handles(int at, int to) {
    if (at + 24 > to) {
      return false;
    }
    String what = new String(file.array(), at + 8, 4, ISO_8859_1);
    sound |= what.equals("soun");
    Arrays.fill(file.array(), at + 24, to, (byte) 0);
    return what.equals("soun") || what.equals("mdir");
  }

  /// When it was recorded and changed stands in front, in four bytes each, or in eight.
  private void times(int at, int to) {
    int bytes = at < to && file.get(at) == 1 ? 16 : 8;
    if (at + 4 + bytes <= to) {
      Arrays.fill(file.array(), at + 4, at + 4 + bytes, (byte) 0);
    }
  }
}
