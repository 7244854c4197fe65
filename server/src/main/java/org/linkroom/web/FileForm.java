package org.linkroom.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.linkroom.base.Limits;

/// Reads the bodies of forms, also of those that bring a file: into memory, since the file is
/// small, and never to disk, since there are people's names in it. On the event loop, before any
/// handler.
final class FileForm {
  private static final String FILE = "linkroom.file";

  private final RoutingContext context;
  private final Buffer file = Buffer.buffer();
  private long bytes;
  private boolean refused;

  private FileForm(RoutingContext context) {
    this.context = context;
  }

  /// Read every form's body before its handler is called.
  static void bodies(Router router) {
    var forms = BodyHandler.create(false).setBodyLimit(Limits.FORM_BYTES);
    router.postWithRegex("/programmes/[^/]+/import").handler(FileForm::read);
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

  /// Begin to read; the next handler is called when all is there.
  private static void read(RoutingContext context) {
    var form = new FileForm(context);
    var request = context.request();
    request.setExpectMultipart(true);
    request.exceptionHandler(broken -> form.refuse(400));
    request.uploadHandler(form::upload);
    request.handler(form::more);
    request.endHandler(end -> form.end());
  }

  /// The file that a form brought; empty where it brought none.
  static Buffer of(RoutingContext context) {
    Buffer file = context.get(FILE);
    return file == null ? Buffer.buffer() : file;
  }

  private void upload(HttpServerFileUpload upload) {
    upload.handler(
        part -> {
          if (!refused && file.length() + part.length() <= Limits.FILE_BYTES) {
            file.appendBuffer(part);
          } else {
            refuse(413);
          }
        });
  }

  private void more(Buffer part) {
    bytes += part.length();
    if (bytes > Limits.FILE_BYTES + Limits.FORM_BYTES) {
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
