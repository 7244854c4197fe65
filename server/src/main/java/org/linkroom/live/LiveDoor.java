package org.linkroom.live;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Pass;
import org.linkroom.room.Figures;
import org.linkroom.room.Rooms;
import org.linkroom.video.VideoProvider;

/// Opens live pages at `/live/{room}`. Runs on the event loop of the connection and never waits.
public final class LiveDoor implements Handler<HttpServerRequest> {
  private static final Pattern PATH = Pattern.compile("/live/([a-z][a-z0-9]{11})");
  private static final Pattern SEEN = Pattern.compile("\\d{1,15}");

  private final Live live;
  private final Admission admission;
  private final AtomicInteger sockets = new AtomicInteger();
  private volatile boolean closing;

  /// Make the door.
  public LiveDoor(
      Rooms rooms, Admission admission, VideoProvider video, Figures figures, InstantSource clock) {
    this.live = new Live(rooms, video, figures, clock);
    figures.watch("sockets", "Live pages that are connected", sockets::get);
    this.admission = admission;
  }

  @Override
  public void handle(HttpServerRequest request) {
    var path = PATH.matcher(request.path());
    if (!path.matches()) {
      refuse(request, 404, "There is no such room.");
    } else if (closing || sockets.get() >= Limits.SOCKETS) {
      request.response().putHeader("Retry-After", "2");
      refuse(request, 503, "Linkroom is full or being renewed. Please try again in a moment.");
    } else if (!Upgrade.asked(request)) {
      refuse(request, 426, "This address speaks WebSocket.");
    } else if (!admission.ours(request)) {
      refuse(request, 403, "Only Linkroom's own pages may ask here.");
    } else {
      var pass = admission.pass(request, new Id(path.group(1)));
      if (pass.isEmpty()) {
        refuse(request, 401, "This device has no pass for the room. Please come in again.");
      } else {
        open(request, pass.get());
      }
    }
  }

  private void open(HttpServerRequest request, Pass pass) {
    var wrong = Upgrade.wrong(request);
    if (wrong.isPresent()) {
      request.response().putHeader("Sec-WebSocket-Version", "13");
      refuse(request, wrong.get(), "This is no way to open a WebSocket.");
      return;
    }
    var count = new FrameCount(Limits.SOCKET_FRAMES_IN_TEN_SECONDS, live.clock());
    long seen = seen(request);
    var channel =
        new LiveChannel(
            transport -> new LivePage(transport, pass, live, seen), sockets::decrementAndGet);
    if (Upgrade.take(request, Limits.FRAME_BYTES, count, channel)) {
      sockets.incrementAndGet();
    }
  }

  /// The version that a page which comes back was shown last; 0 if it does not say so.
  private static long seen(HttpServerRequest request) {
    String text = request.getParam("seen");
    return text != null && SEEN.matcher(text).matches() ? Long.parseLong(text) : 0;
  }

  private static void refuse(HttpServerRequest request, int status, String why) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(why);
  }

  /// Take nobody in any more.
  public void close() {
    closing = true;
  }
}
