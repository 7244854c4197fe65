package org.linkroom.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/// Answers with a picture or a sound of a class: it is asked for by its own page each time, kept by
/// no browser and nobody on the way, and shown on no other site. A part of it may be asked for, for
/// players do.
final class MediaBytes {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

  private MediaBytes() {}

  static void answer(RoutingContext context, String type, Buffer bytes) {
    var response =
        context
            .response()
            .putHeader("Content-Type", type)
            .putHeader("Content-Disposition", "inline")
            .putHeader("Cache-Control", "private, no-store")
            .putHeader("Cross-Origin-Resource-Policy", "same-origin")
            .putHeader("Accept-Ranges", "bytes");
    String asked = context.request().getHeader("Range");
    var range = RANGE.matcher(asked == null ? "" : asked);
    if (!range.matches()) {
      response.end(bytes);
      return;
    }
    int all = bytes.length();
    int from = Integer.parseInt(range.group(1));
    int last =
        range.group(2).isEmpty() ? all - 1 : Math.min(all - 1, Integer.parseInt(range.group(2)));
    if (from > last) {
      response.setStatusCode(416).putHeader("Content-Range", "bytes */" + all).end();
      return;
    }
    response
        .setStatusCode(206)
        .putHeader("Content-Range", "bytes " + from + "-" + last + "/" + all)
        .end(bytes.getBuffer(from, last + 1));
  }
}
