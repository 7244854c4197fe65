package org.linkroom.live;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Pass;
import org.linkroom.room.Figures;
import org.linkroom.room.Rooms;
import org.linkroom.video.VideoProvider;

/// Opens live pages at `/live/{room}`, by a WebSocket; where a filter breaks those, by
/// `/live/{room}/events` and `/live/{room}/commands`. Runs on the event loop of the connection and
/// never waits.
public final class LiveDoor implements Handler<HttpServerRequest> {
  private static final Pattern SEEN = Pattern.compile("\\d{1,15}");
  private static final Pattern PATH =
      Pattern.compile("/live/([a-z][a-z0-9]{11})(|/events|/commands)");

  private final Live live;
  private final Admission admission;
  private final Probes probes;
  private final AtomicInteger sockets = new AtomicInteger();
  private final Polls polls = new Polls(sockets);
  private final Paces paces = new Paces();
  private volatile boolean closing;

  /// Make the door.
  public LiveDoor(
      Rooms rooms, Admission admission, VideoProvider video, Figures figures, InstantSource clock) {
    this.live = new Live(rooms, video, figures, clock);
    figures.watch("sockets", "Live pages that are connected", sockets::get);
    this.admission = admission;
    this.probes = new Probes(admission, live);
  }

  @Override
  public void handle(HttpServerRequest request) {
    var path = PATH.matcher(request.path());
    if (Probes.asked(request) && !closing) {
      probes.answer(request);
    } else if (!path.matches()) {
      Replies.refuse(request, 404, "There is no such room.");
    } else if (closing || (sockets.get() >= Limits.SOCKETS && opens(request, path.group(2)))) {
      request.response().putHeader("Retry-After", "2");
      Replies.refuse(
          request, 503, "Linkroom is full or being renewed. Please try again in a moment.");
    } else if (fits(request, path.group(2))) {
      admission
          .pass(request, new Id(path.group(1)))
          .ifPresentOrElse(
              pass -> open(request, path.group(2), pass),
              () ->
                  Replies.refuse(
                      request, 401, "This device has no pass for the room. Please come in again."));
    }
  }

  /// Tell whether it would be one more page here.
  private boolean opens(HttpServerRequest request, String way) {
    return !way.equals("/commands") && !polls.knows(request);
  }

  /// Tell whether it asks in the way that the address takes; answer it if not.
  private boolean fits(HttpServerRequest request, String way) {
    var method = way.equals("/commands") ? HttpMethod.POST : HttpMethod.GET;
    boolean ours =
        way.equals("/events") ? admission.oursFetching(request) : admission.ours(request);
    if (way.isEmpty() && !Upgrade.asked(request)) {
      Replies.refuse(request, 426, "This address speaks WebSocket.");
    } else if (!way.isEmpty() && !request.method().equals(method)) {
      request.response().putHeader("Allow", method.name());
      Replies.refuse(request, 405, "This address is not asked like that.");
    } else if (!ours) {
      Replies.refuse(request, 403, "Only Linkroom's own pages may ask here.");
    } else if (way.equals("/commands") && !json(request)) {
      Replies.refuse(request, 415, "This address takes JSON.");
    } else {
      return true;
    }
    return false;
  }

  private static boolean json(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
  }

  private void open(HttpServerRequest request, String way, Pass pass) {
    long seen = seen(request);
    Function<Transport, LivePage> page = transport -> new LivePage(transport, pass, live, seen);
    if (way.equals("/commands")) {
      LivePost.take(request, pass, live, paces);
    } else if (way.isEmpty()) {
      socket(request, page);
    } else if (Polls.asked(request)) {
      polls.answer(request, pass, page);
    } else {
      taken();
      LiveEvents.open(request, page, sockets::decrementAndGet);
    }
  }

  private void taken() {
    sockets.incrementAndGet();
  }

  private void socket(HttpServerRequest request, Function<Transport, LivePage> page) {
    var wrong = Upgrade.wrong(request);
    if (wrong.isPresent()) {
      request.response().putHeader("Sec-WebSocket-Version", "13");
      Replies.refuse(request, wrong.get(), "This is no way to open a WebSocket.");
      return;
    }
    var count = new FrameCount(Limits.SOCKET_FRAMES_IN_TEN_SECONDS, live.clock());
    var channel = new LiveChannel(page, sockets::decrementAndGet);
    if (Upgrade.take(request, Limits.FRAME_BYTES, count, channel)) {
      taken();
    }
  }

  /// The version that a page which comes back was shown last; 0 if it does not say so.
  private static long seen(HttpServerRequest request) {
    String text = request.getParam("seen");
    return text != null && SEEN.matcher(text).matches() ? Long.parseLong(text) : 0;
  }

  /// Take nobody in any more.
  public void close() {
    closing = true;
  }
}
