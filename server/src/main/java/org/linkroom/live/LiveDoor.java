package org.linkroom.live;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.linkroom.base.Id;
import org.linkroom.room.Rooms;
import org.linkroom.video.VideoProvider;

/// Opens live sockets at `/live/{room}`. Runs on the event loop of the connection and never waits.
public final class LiveDoor implements Handler<HttpServerRequest> {
  private static final Pattern PATH = Pattern.compile("/live/([a-z][a-z0-9]{11})");
  private static final int MOST_SOCKETS = 15_000;

  private final Rooms rooms;
  private final Admission admission;
  private final VideoProvider video;
  private final InstantSource clock;
  private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /// Make the door.
  public LiveDoor(Rooms rooms, Admission admission, VideoProvider video, InstantSource clock) {
    this.rooms = rooms;
    this.admission = admission;
    this.video = video;
    this.clock = clock;
  }

  @Override
  public void handle(HttpServerRequest request) {
    var path = PATH.matcher(request.path());
    if (!path.matches()) {
      refuse(request, 404, "There is no such room.");
    } else if (closing || sockets.size() >= MOST_SOCKETS) {
      request.response().putHeader("Retry-After", "2");
      refuse(request, 503, "Linkroom is full or being renewed. Please try again in a moment.");
    } else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      refuse(request, 426, "This address speaks WebSocket.");
    } else if (!admission.ours(request)) {
      refuse(request, 403, "Only Linkroom's own pages may ask here.");
    } else {
      var pass = admission.pass(request, new Id(path.group(1)));
      if (pass.isEmpty()) {
        refuse(request, 401, "This device has no pass for the room. Please come in again.");
      } else {
        request
            .toWebSocket()
            .onSuccess(
                socket -> {
                  var live = new LiveSocket(socket, pass.get(), rooms, video, clock);
                  sockets.add(live);
                  live.open(() -> sockets.remove(live));
                });
      }
    }
  }

  private static void refuse(HttpServerRequest request, int status, String why) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(why);
  }

  /// How many sockets are open.
  public int open() {
    return sockets.size();
  }

  /// Take nobody in any more.
  public void close() {
    closing = true;
  }
}
