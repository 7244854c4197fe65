package org.linkroom.live;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.linkroom.base.Limits;

/// What a check of a classroom's device asks of the live door, at addresses beside the rooms', so
/// that a filter treats them alike: a WebSocket, server-sent events, a held request, a post, and
/// bytes to measure a line by. Anybody may ask from a page of ours; so few at once are answered
/// that no room suffers.
final class Probes {
  private static final String PATH = "/live/check";
  private static final int MESSAGE_BYTES = 1024;
  private static final int FRAMES_IN_TEN_SECONDS = 40;
  private static final long BETWEEN_EVENTS_MS = 600;
  private static final int BLOCKS = Limits.PROBE_BYTES / (64 * 1024);

  /// What no proxy can make smaller.
  private static final Buffer BLOCK = block();

  private final Admission admission;
  private final Live live;
  private final AtomicInteger under = new AtomicInteger();

  Probes(Admission admission, Live live) {
    this.admission = admission;
    this.live = live;
  }

  private static Buffer block() {
    var bytes = new byte[64 * 1024];
    new SecureRandom().nextBytes(bytes);
    return Buffer.buffer(bytes);
  }

  /// Tell whether this is asked here.
  static boolean asked(HttpServerRequest request) {
    // An address that is none has no path.
    String path = request.path();
    return path != null && (path.equals(PATH) || path.startsWith(PATH + "/"));
  }

  /// Answer.
  void answer(HttpServerRequest request) {
    boolean get = request.method().equals(HttpMethod.GET);
    String way = requireNonNull(request.path()).substring(PATH.length());
    boolean fetches = get && !way.isEmpty();
    if (!(fetches ? admission.oursFetching(request) : admission.ours(request))) {
      Replies.refuse(request, 403, "Only Linkroom's own pages may ask here.");
    } else if (under.get() >= Limits.PROBES) {
      request.response().putHeader("Retry-After", "5");
      Replies.refuse(request, 503, "Many are checking just now. Please try again in a moment.");
    } else {
      switch ((get ? "GET " : "POST ") + way) {
        case "GET " -> socket(request);
        case "GET /events" -> events(taken(request));
        case "GET /polls" -> later(taken(request), () -> json(request, "{\"held\":true}"));
        case "GET /bytes" -> send(taken(request));
        case "POST /bytes" -> count(taken(request), Limits.PROBE_BYTES);
        case "POST /said" -> count(taken(request), MESSAGE_BYTES);
        default -> Replies.refuse(request, 404, "There is no such check.");
      }
    }
  }

  private void socket(HttpServerRequest request) {
    if (!Upgrade.asked(request) || Upgrade.wrong(request).isPresent()) {
      Replies.refuse(request, 426, "This address speaks WebSocket.");
      return;
    }
    var count = new FrameCount(FRAMES_IN_TEN_SECONDS, live.clock());
    var socket = new ProbeSocket(under::decrementAndGet);
    if (Upgrade.take(request, MESSAGE_BYTES, count, socket)) {
      under.incrementAndGet();
    }
  }

  /// Count it until it is answered or gone.
  private HttpServerRequest taken(HttpServerRequest request) {
    under.incrementAndGet();
    var counted = new AtomicBoolean(true);
    Runnable over =
        () -> {
          if (counted.getAndSet(false)) {
            under.decrementAndGet();
          }
        };
    request.response().endHandler(done -> over.run());
    request.response().closeHandler(gone -> over.run());
    request.response().exceptionHandler(broken -> over.run());
    return request;
  }

  private static void later(HttpServerRequest request, Runnable then) {
    var _ = LiveEvents.loop(request).schedule(then, BETWEEN_EVENTS_MS, TimeUnit.MILLISECONDS);
  }

  private static void json(HttpServerRequest request, String text) {
    Replies.json(request, 200, text);
  }

  /// Two events with a while between them: a proxy that gathers them shows by that.
  private static void events(HttpServerRequest request) {
    var response = request.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store, no-transform")
        .putHeader("X-Accel-Buffering", "no")
        .putHeader("X-Content-Type-Options", "nosniff");
    var _ = response.write(LiveEvents.PADDING + "data: 1\n\n");
    later(
        request,
        () -> {
          if (!response.ended() && !response.closed()) {
            var _ = response.end("data: 2\n\n");
          }
        });
  }

  private static void send(HttpServerRequest request) {
    var response = request.response();
    response
        .putHeader("Content-Type", "application/octet-stream")
        .putHeader("Cache-Control", "no-store, no-transform")
        .putHeader("Content-Length", Integer.toString(BLOCKS * BLOCK.length()));
    var left = new AtomicInteger(BLOCKS);
    response.drainHandler(more -> fill(response, left));
    fill(response, left);
  }

  private static void fill(HttpServerResponse response, AtomicInteger left) {
    while (!response.closed() && left.get() > 0 && !response.writeQueueFull()) {
      if (left.decrementAndGet() == 0) {
        var _ = response.end(BLOCK.copy());
      } else {
        var _ = response.write(BLOCK.copy());
      }
    }
  }

  private static void count(HttpServerRequest request, int most) {
    var bytes = new AtomicInteger();
    request.handler(
        some -> {
          if (bytes.addAndGet(some.length()) > most && !request.response().ended()) {
            Replies.refuse(request, 413, "That is more than is asked for.");
            var _ = request.connection().close();
          }
        });
    request.endHandler(done -> json(request, "{\"bytes\":" + bytes.get() + "}"));
  }
}
