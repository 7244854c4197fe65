package org.linkroom.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;

/// Short answers to requests.
final class Replies {
  private Replies() {}

  /// Where the request that is being taken is answered.
  static Context context() {
    return Objects.requireNonNull(Vertx.currentContext(), "a request comes on its loop");
  }

  /// Say in a sentence why not.
  static void refuse(HttpServerRequest request, int status, String why) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(why);
  }

  /// Answer with JSON; an empty text answers with nothing.
  static void json(HttpServerRequest request, int status, String text) {
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(text);
  }
}
