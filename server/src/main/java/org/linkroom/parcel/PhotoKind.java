package org.linkroom.parcel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.linkroom.base.Limits;

/// What a file is by its first bytes; what it is called says nothing.
enum PhotoKind {
  JPEG,
  PNG,
  WEBP,
  /// What an iPhone keeps its pictures as, and its kin.
  HEIC,
  OTHER;

  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis");

  static PhotoKind of(byte[] file) {
    String head = new String(file, 0, Math.min(16, file.length), ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return WEBP;
    }
    boolean brand = head.length() >= 12 && BRANDS.contains(head.substring(8, 12));
    return head.startsWith("ftyp", 4) && brand ? HEIC : OTHER;
  }

  /// Points that are read at most. A WebP is unpacked whole, whatever is read of it.
  long most() {
    return this == WEBP ? Limits.PICTURE_POINTS_READ : Limits.PICTURE_POINTS;
  }

  /// A reader of its own.
  ImageReader reader() throws IOException {
    return switch (this) {
      case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case HEIC, OTHER -> throw new IOException("no picture that is read");
    };
  }
}
