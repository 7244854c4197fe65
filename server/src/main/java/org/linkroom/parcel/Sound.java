package org.linkroom.parcel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.linkroom.base.Limits;

/// A sound as a class may send it: an MP3, an M4A or a WAV, for these every browser plays, and
/// phones and the usual recorders write one of them. Titles, pictures and places that are hidden in
/// it are taken out.
///
/// @param type as a browser is told
public record Sound(Buffer bytes, String type) {
  /// Read a file that somebody chose.
  public static Taken<Sound> of(byte[] file) {
    if (file.length == 0) {
      return new Taken.No<>(Taken.Why.NOTHING);
    }
    String head = new String(file, 0, Math.min(12, file.length), ISO_8859_1);
    Optional<byte[]> plain;
    String type;
    if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) {
      type = "audio/wav";
      plain = WavFile.plain(file);
    } else if (head.startsWith("ftyp", 4)) {
      type = "audio/mp4";
      plain = Mp4File.plain(file);
    } else if (head.startsWith("ID3") || Mp3File.begins(file, 0)) {
      type = "audio/mpeg";
      plain = Mp3File.plain(file);
    } else {
      return new Taken.No<>(Taken.Why.OTHER);
    }
    if (plain.isEmpty()) {
      return new Taken.No<>(Taken.Why.BROKEN);
    }
    return plain.get().length > Limits.SOUND_BYTES
        ? new Taken.No<>(Taken.Why.HUGE)
        : new Taken.As<>(new Sound(Buffer.buffer(plain.get()), type));
  }
}
