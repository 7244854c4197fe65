package org.linkroom.parcel;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes a picture smaller, and writes its points and nothing else.
final class Shrinking {
  private static final float[] QUALITIES = {0.86f, 0.75f, 0.6f, 0.45f, 0.3f, 0.15f, 0.05f};

  private Shrinking() {}

  /// The same picture with at most so many points on its longer side, by halves, so that none of
  /// its points is passed over.
  static BufferedImage within(BufferedImage picture, int side) {
    var now = picture;
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    while (longer > side) {
      int next = Math.max(side, (longer + 1) / 2);
      now = scaled(now, (double) next / longer);
      longer = next;
    }
    return now;
  }

  private static BufferedImage scaled(BufferedImage from, double by) {
    int wide = Math.max(1, (int) Math.round(from.getWidth() * by));
    int high = Math.max(1, (int) Math.round(from.getHeight() * by));
    var to = new BufferedImage(wide, high, BufferedImage.TYPE_3BYTE_BGR);
    var pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(from, 0, 0, wide, high, null);
    pen.dispose();
    return to;
  }

  /// A JPEG of at most so many bytes: no finer than it must be.
  static byte[] jpeg(BufferedImage picture, int bytes) throws IOException {
    for (float quality : QUALITIES) {
      byte[] written = jpeg(picture, quality);
      if (written.length <= bytes) {
        return written;
      }
    }
    throw new IOException("a picture that does not become small");
  }

  private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var all = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(all)) {
      writer.setOutput(out);
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return all.toByteArray();
  }
}
