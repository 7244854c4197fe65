package org.linkroom.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;

/// Pictures and sounds as phones and recorders write them, with what they hide in them.
public final class MediaFiles {
  /// What a file hides, in letters that are looked for afterwards.
  public static final String HIDDEN = "Zadie Oyelaran, 12 Elm Road";

  private MediaFiles() {}

  /// A plain picture, blue but for its upper left quarter, which is red.
  public static byte[] picture(String format, int wide, int high) {
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 0, wide, high);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, wide / 2, high / 2);
    pen.dispose();
    return written(image, format);
  }

  /// An image as a file.
  public static byte[] written(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return out.toByteArray();
  }

  /// A JPEG of a phone: how it was held, by whose it was taken, and where on Earth (EXIF 2.32).
  public static byte[] ofPhone(int wide, int high, int orientation) {
    byte[] plain = picture("jpeg", wide, high);
    byte[] exif = exif(orientation);
    return joined(
        new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1},
        ByteBuffer.allocate(2).putShort((short) (exif.length + 2)).array(),
        exif,
        java.util.Arrays.copyOfRange(plain, 2, plain.length));
  }

  /// IFD0 with its orientation, artist and GPS; behind it the artist, then the GPS directory.
  private static byte[] exif(int orientation) {
    byte[] artist = (HIDDEN + "\0").getBytes(ISO_8859_1);
    int directory = 8 + 2 + 3 * 12 + 4;
    int gps = directory + artist.length;
    int degrees = gps + 2 + 4 * 12 + 4;
    var tiff = ByteBuffer.allocate(degrees + 48).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 3);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x013b, 2, artist.length, directory);
    entry(tiff, 0x8825, 4, 1, gps);
    tiff.putInt(0).put(artist).putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, degrees);
    entry(tiff, 3, 2, 2, 'W' << 24);
    entry(tiff, 4, 5, 3, degrees + 24);
    tiff.putInt(0);
    for (int part : new int[] {53, 47, 38, 1, 45, 33}) {
      tiff.putInt(part).putInt(1);
    }
    return joined("Exif\0\0".getBytes(ISO_8859_1), tiff.array());
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /// The beginning of a PNG that says how large it is, and nothing more: 57 bytes for any size.
  public static byte[] bomb(int wide, int high) {
    var head = ByteBuffer.allocate(17).put("IHDR".getBytes(ISO_8859_1)).putInt(wide).putInt(high);
    head.put(new byte[] {8, 2, 0, 0, 0});
    var sum = new java.util.zip.CRC32();
    sum.update(head.array());
    return ByteBuffer.allocate(57)
        .put("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1))
        .putInt(13)
        .put(head.array())
        .putInt((int) sum.getValue())
        .putInt(0)
        .put("IDAT".getBytes(ISO_8859_1))
        .array();
  }

  /// Some frames of an MP3 of 128 kbit/s, with notes before and behind.
  public static byte[] mp3(int frames) {
    byte[] note = joined("TPE1".getBytes(ISO_8859_1), HIDDEN.getBytes(ISO_8859_1));
    byte[] head = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, (byte) note.length};
    return joined(head, note, mp3Frames(frames), ("TAG" + HIDDEN).getBytes(ISO_8859_1));
  }

  /// The frames alone.
  public static byte[] mp3Frames(int frames) {
    var all = ByteBuffer.allocate(417 * frames);
    for (int i = 0; i < frames; i++) {
      all.put(417 * i, new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0});
    }
    return all.array();
  }

  /// A WAV of some samples, with a note of its recorder.
  public static byte[] wav(int samples) {
    var all = ByteBuffer.allocate(44 + 8 + 28 + samples).order(ByteOrder.LITTLE_ENDIAN);
    all.put("RIFF".getBytes(ISO_8859_1)).putInt(all.capacity() - 8);
    all.put("WAVEfmt ".getBytes(ISO_8859_1)).putInt(16);
    all.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
    all.putShort((short) 1).putShort((short) 8);
    all.put("LIST".getBytes(ISO_8859_1)).putInt(28).put((HIDDEN + "!").getBytes(ISO_8859_1));
    return all.put("data".getBytes(ISO_8859_1)).putInt(samples).array();
  }

  /// An M4A with one track, notes in three places, and its sound last.
  ///
  /// @param what its track is: soun, or vide for a film
  public static byte[] m4a(String what) {
    byte[] note = box("\u00a9xyz", HIDDEN.getBytes(ISO_8859_1));
    byte[] handler =
        box(
            "hdlr",
            new byte[8],
            what.getBytes(ISO_8859_1),
            new byte[12],
            HIDDEN.getBytes(ISO_8859_1));
    byte[] media = box("mdia", box("mdhd", new byte[24]), handler, box("minf", box("stbl")));
    byte[] track = box("trak", box("tkhd", new byte[84]), media, box("udta", note));
    byte[] movie = box("moov", box("mvhd", new byte[100]), track, box("udta", note));
    byte[] own = box("uuid", HIDDEN.getBytes(ISO_8859_1));
    return joined(
        box("ftyp", "M4A isom".getBytes(ISO_8859_1)), movie, own, box("mdat", new byte[64]));
  }

  private static byte[] box(String name, byte[]... inside) {
    byte[] all = joined(inside);
    return joined(
        ByteBuffer.allocate(4).putInt(8 + all.length).array(), name.getBytes(ISO_8859_1), all);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
