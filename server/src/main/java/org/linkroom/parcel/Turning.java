package org.linkroom.parcel;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// How a camera was held. It writes so beside the picture, which must be turned before that note is
/// thrown away with the rest.
final class Turning {
  private Turning() {}

  /// The EXIF orientation of a file, from 1 to 8; 1 where it says nothing.
  static int of(byte[] file) {
    try {
      var all = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
      for (var exif : all.getDirectoriesOfType(ExifIFD0Directory.class)) {
        Integer said = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        if (said != null && said >= 1 && said <= 8) {
          return said;
        }
      }
      return 1;
    } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
      return 1;
    }
  }

  /// The picture as it was seen, on white where it was clear.
  static BufferedImage upright(BufferedImage from, int orientation) {
    int wide = from.getWidth();
    int high = from.getHeight();
    boolean lies = orientation >= 5;
    var to =
        new BufferedImage(lies ? high : wide, lies ? wide : high, BufferedImage.TYPE_3BYTE_BGR);
    var pen = to.createGraphics();
    pen.setBackground(java.awt.Color.WHITE);
    pen.clearRect(0, 0, to.getWidth(), to.getHeight());
    pen.drawImage(from, turn(orientation, wide, high), null);
    pen.dispose();
    return to;
  }

  /// Where each point goes: the first of the four numbers are x by x, y by x, x by y, y by y.
  private static AffineTransform turn(int orientation, int wide, int high) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
      default -> new AffineTransform();
    };
  }
}
