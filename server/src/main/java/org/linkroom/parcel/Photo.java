package org.linkroom.parcel;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.linkroom.base.Limits;

/// A picture as a class may send it: a plain JPEG of a bounded size, written anew from its bare
/// points, so that nothing is left of where, when and by what it was taken.
///
/// @param large at most `Limits.PICTURE_SIDE` points on its longer side
/// @param small the same for a page with many
public record Photo(Buffer large, Buffer small, int width, int height) {
  /// A picture of a phone takes 100 MB while it is read; so only few are read at once.
  private static final Semaphore READING = new Semaphore(Limits.PICTURES_AT_ONCE);

  /// Read a file that somebody chose. It takes up to some seconds; call it on a thread that may
  /// wait.
  public static Taken<Photo> of(byte[] file) {
    if (file.length == 0) {
      return new Taken.No<>(Taken.Why.NOTHING);
    }
    var kind = PhotoKind.of(file);
    if (kind == PhotoKind.HEIC || kind == PhotoKind.OTHER) {
      return new Taken.No<>(kind == PhotoKind.HEIC ? Taken.Why.HEIC : Taken.Why.OTHER);
    }
    READING.acquireUninterruptibly();
    try {
      return read(file, kind);
    } catch (IOException | RuntimeException broken) {
      // Decoders throw whatever they stumble over; none of it is a fault of ours.
      return new Taken.No<>(Taken.Why.BROKEN);
    } finally {
      READING.release();
    }
  }

  private static Taken<Photo> read(byte[] file, PhotoKind kind) throws IOException {
    ImageReader reader = kind.reader();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      long points = (long) reader.getWidth(0) * reader.getHeight(0);
      if (points > kind.most()) {
        return new Taken.No<>(Taken.Why.HUGE);
      }
      var param = reader.getDefaultReadParam();
      // A very large one is read with every second or third point only.
      int step = (int) Math.ceil(Math.sqrt((double) points / Limits.PICTURE_POINTS_READ));
      param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
      var upright = Turning.upright(reader.read(0, param), Turning.of(file));
      var large = Shrinking.within(upright, Limits.PICTURE_SIDE);
      var small = Shrinking.within(large, Limits.PICTURE_SMALL_SIDE);
      return new Taken.As<>(
          new Photo(
              Buffer.buffer(Shrinking.jpeg(large, Limits.PICTURE_KEPT_BYTES)),
              Buffer.buffer(Shrinking.jpeg(small, Limits.PICTURE_SMALL_BYTES)),
              large.getWidth(),
              large.getHeight()));
    } finally {
      reader.dispose();
    }
  }
}
