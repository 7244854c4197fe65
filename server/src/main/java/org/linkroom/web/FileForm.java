package org.linkroom.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.linkroom.base.Limits;

/// Reads the bodies of forms, also of those that bring a file: into memory, since the file is
/// small, and never to disk, since there are people's names or pictures in it. On the event loop,
/// before any handler.
final class FileForm {
  private static final String FILE = "linkroom.file";

  private final RoutingContext context;
  private final int most;
  private final Buffer file = Buffer.buffer();
  private long bytes;
  private boolean refused;

  private FileForm(RoutingContext context, int most) {
    this.context = context;
    this.most = most;
  }

  /// Read every form's body before its handler is called.
  ///
  /// @param known tells whether somebody is signed in: a large file is read of nobody else, and
  /// only
  ///     so many at once
  static void bodies(Router router, Function<RoutingContext, Future<Boolean>> known) {
    var forms = BodyHandler.create(false).setBodyLimit(Limits.FORM_BYTES);
    router
        .postWithRegex("/programmes/[^/]+/import")
        .handler(context -> new FileForm(context, Limits.FILE_BYTES).read());
    var reading = new AtomicInteger();
    router
        .postWithRegex("/links/[^/]+/parcel/[^/]+/(?:pictures|sound)")
        .handler(context -> media(context, known, reading));
    router
        .post()
        .handler(
            context -> {
              if (context.get(FILE) == null) {
                forms.handle(context);
              } else {
                context.next();
              }
            });
  }

  private static void media(
      RoutingContext context,
      Function<RoutingContext, Future<Boolean>> known,
      AtomicInteger reading) {
    var request = context.request().pause();
    known
        .apply(context)
        .onFailure(context::fail)
        .onSuccess(
            signedIn -> {
              if (!signedIn) {
                context.fail(401);
              } else if (reading.incrementAndGet() > Limits.MEDIA_AT_ONCE) {
                reading.decrementAndGet();
                context.fail(503);
              } else {
                context.addEndHandler(end -> reading.decrementAndGet());
                new FileForm(context, Limits.MEDIA_BYTES).read();
                request.resume();
              }
            });
  }

  /// Begin to read; the next handler is called when all is there.
  private void read() {
    var request = context.request();
    request.setExpectMultipart(true);
    request.exceptionHandler(broken -> refuse(400));
    request.uploadHandler(this::upload);
    request.handler(this::more);
    request.endHandler(end -> end());
  }

  /// The file that a form brought; empty where it brought none.
  static Buffer of(RoutingContext context) {
    Buffer file = context.get(FILE);
    return file == null ? Buffer.buffer() : file;
  }

  private void upload(HttpServerFileUpload upload) {
    upload.handler(
        part -> {
          if (!refused && file.length() + part.length() <= most) {
            file.appendBuffer(part);
          } else {
            refuse(413);
          }
        });
  }

  private void more(Buffer part) {
    bytes += part.length();
    if (bytes > most + Limits.FORM_BYTES) {
      refuse(413);
    }
  }

  private void refuse(int status) {
    if (!refused) {
      refused = true;
      context.fail(status);
    }
  }

  private void end() {
    if (!refused) {
      context.put(FILE, file);
      context.next();
    }
  }
}
