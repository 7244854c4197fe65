package org.linkroom.entry;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as an SVG picture.
public final class QrPicture {
  private static final int QUIET = 4;

  private QrPicture() {}

  /// Draw a text, dark on light with the quiet border that readers need.
  public static String svg(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * QUIET;
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0,0h%dv%dh-%dz\"/><path fill=\"#1d1a33\" d=\"%s\"/></svg>"
        .formatted(size, size, size, size, size, path);
  }
}
