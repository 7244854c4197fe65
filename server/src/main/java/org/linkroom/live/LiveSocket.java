package org.linkroom.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.linkroom.room.Commands;
import org.linkroom.room.Rooms;
import org.linkroom.room.Seat;
import org.linkroom.video.VideoProvider;

/// One page's socket. What it sends is read and bounded here; what it is shown is never queued
/// beyond a bound: a page too slow to take more gets one fresh document when it can.
final class LiveSocket implements Seat {
  private final ServerWebSocket socket;
  private final Pass pass;
  private final Rooms rooms;
  private final VideoProvider video;
  private final InstantSource clock;
  private final Pace pace = new Pace(Limits.FRAMES_IN_TEN_SECONDS);
  private volatile Instant heard;
  private volatile Instant slowSince = Instant.MAX;
  private volatile boolean closed;

  LiveSocket(
      ServerWebSocket socket, Pass pass, Rooms rooms, VideoProvider video, InstantSource clock) {
    this.socket = socket;
    this.pass = pass;
    this.rooms = rooms;
    this.video = video;
    this.clock = clock;
    this.heard = clock.instant();
  }

  void open(Runnable whenClosed) {
    socket.setWriteQueueMaxSize(Limits.OUTBOX_BYTES);
    socket.textMessageHandler(this::read);
    socket.binaryMessageHandler(bytes -> bye(Goodbye.TOO_MUCH));
    // A message over the limit arrives as a fault; the socket would stay open without a word.
    socket.exceptionHandler(fault -> bye(Goodbye.TOO_MUCH));
    socket.drainHandler(
        can -> {
          if (!slowSince.equals(Instant.MAX)) {
            slowSince = Instant.MAX;
            rooms.drained(this);
          }
        });
    socket.closeHandler(
        end -> {
          closed = true;
          whenClosed.run();
          rooms.left(this);
        });
    rooms.join(this);
  }

  @Override
  public Pass pass() {
    return pass;
  }

  @Override
  public Instant heard() {
    return heard;
  }

  private void read(String text) {
    heard = clock.instant();
    if (!pace.allows(heard)) {
      bye(Goodbye.TOO_MUCH);
      return;
    }
    var frame = Wire.read(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    if (frame.isEmpty()) {
      no(0, Refusal.MALFORMED);
    } else if (frame.get().get("clock") instanceof ObjectNode asked) {
      clock(asked);
    } else if (frame.get().has("at")) {
      rooms.drained(this);
    } else {
      said(frame.get());
    }
  }

  /// Answer the page's clock: its stamp, when it was heard, when it is answered.
  private void clock(ObjectNode asked) {
    var frame = JsonNodeFactory.instance.objectNode();
    frame
        .putObject("clock")
        .put("t0", asked.path("t0").asDouble())
        .put("t1", heard.toEpochMilli())
        .put("t2", clock.instant().toEpochMilli());
    answer(frame);
  }

  private void said(ObjectNode frame) {
    String name = frame.path("do").asText();
    String tab = frame.path("tab").asText();
    long n = frame.path("n").asLong();
    if (n <= 0 || !tab.matches("[A-Za-z0-9_-]{8,40}")) {
      no(n, Refusal.MALFORMED);
      return;
    }
    switch (name) {
      case "signal.send" -> signal(frame, n);
      case "video.grant" -> grant(n);
      default -> {
        if (!Commands.knows(name)) {
          no(n, Refusal.UNKNOWN);
          return;
        }
        Commands.read(name, frame)
            .ifPresentOrElse(
                command -> rooms.ask(this, command, tabOf(tab), n, result -> answer(n, result)),
                () -> no(n, Refusal.MALFORMED));
      }
    }
  }

  /// A tab's numbers belong to its device: nobody answers for another's.
  private String tabOf(String tab) {
    return pass.device() + ":" + tab;
  }

  private void signal(ObjectNode frame, long n) {
    String to = frame.path("to").asText();
    if (!Id.fits(to)
        || !(frame.get("data") instanceof ObjectNode data)
        || data.toString().length() > Limits.SIGNAL_BYTES) {
      no(n, Refusal.MALFORMED);
      return;
    }
    rooms.signal(this, new Id(to), data, result -> answer(n, result));
  }

  private void grant(long n) {
    rooms.grantable(
        this,
        may -> {
          if (may) {
            var frame = JsonNodeFactory.instance.objectNode().put("ok", n);
            answer(frame.set("give", video.grant(pass, clock.instant())));
          } else {
            no(n, Refusal.DOOR_SHUT);
          }
        });
  }

  private void answer(long n, Optional<Refusal> result) {
    if (result.isPresent()) {
      no(n, result.get());
    } else {
      answer(JsonNodeFactory.instance.objectNode().put("ok", n));
    }
  }

  private void no(long n, Refusal refusal) {
    answer(
        JsonNodeFactory.instance
            .objectNode()
            .put("no", n)
            .put("code", refusal.code())
            .put("why", refusal.why()));
  }

  @Override
  public boolean show(String frame) {
    if (closed) {
      return false;
    }
    if (socket.writeQueueFull()) {
      var now = clock.instant();
      if (slowSince.equals(Instant.MAX)) {
        slowSince = now;
      } else if (slowSince.plus(Limits.SLOW_FOR).isBefore(now)) {
        bye(Goodbye.SLOW);
      }
      return false;
    }
    socket.writeTextMessage(frame);
    return true;
  }

  @Override
  public void answer(ObjectNode frame) {
    if (!closed) {
      socket.writeTextMessage(frame.toString());
    }
  }

  @Override
  public void bye(Goodbye why) {
    if (closed) {
      return;
    }
    closed = true;
    var frame = JsonNodeFactory.instance.objectNode();
    frame.putObject("bye").put("code", why.code()).put("why", why.why());
    socket.writeTextMessage(frame.toString());
    socket.close(why.code(), why.name().toLowerCase(Locale.ROOT));
  }
}
