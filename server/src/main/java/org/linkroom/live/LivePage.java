package org.linkroom.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.linkroom.room.Commands;
import org.linkroom.room.Frame;
import org.linkroom.room.Seat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page, however it is reached. What it sends is read and bounded here; what it is shown is
/// never queued beyond a bound: a page too slow to take more gets one fresh document when it can.
final class LivePage implements Seat {
  private static final Logger LOG = LoggerFactory.getLogger(LivePage.class);
  private static final Pattern TAB = Pattern.compile("[A-Za-z0-9_-]{8,40}");
  private static final long NOT_SLOW = Long.MAX_VALUE;

  private final Transport transport;
  private final Pass pass;
  private final Live live;
  private final long seen;
  private final Pace pace = new Pace(Limits.FRAMES_IN_TEN_SECONDS);
  private volatile long heard;
  private volatile boolean closed;
  private long slowSince = NOT_SLOW;

  /// @param seen the highest version that it was shown before, by whatever node
  LivePage(Transport transport, Pass pass, Live live, long seen) {
    this.seen = seen;
    this.transport = transport;
    this.pass = pass;
    this.live = live;
    this.heard = live.clock().millis();
  }

  /// It is there: take it into its room.
  void open() {
    live.rooms().join(this);
  }

  /// It is there no more; whether it is gone the silence will tell.
  void closed() {
    closed = true;
    slowNoMore();
    live.rooms().left(this);
  }

  /// It said something, if only that it is there.
  void isThere() {
    heard = live.clock().millis();
  }

  /// It can take more again.
  void drained() {
    if (slowSince != NOT_SLOW && !closed) {
      live.rooms().drained(this);
    }
  }

  @Override
  public Pass pass() {
    return pass;
  }

  @Override
  public long seen() {
    return seen;
  }

  @Override
  public Instant heard() {
    return Instant.ofEpochMilli(heard);
  }

  @Override
  public Executor loop() {
    return transport.loop();
  }

  /// Take what it sent.
  void read(String text) {
    long at = System.nanoTime();
    isThere();
    if (closed) {
      return;
    }
    if (!pace.allows(heard())) {
      bye(Goodbye.TOO_MUCH);
      return;
    }
    var frame = Wire.read(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    if (frame.isEmpty()) {
      no(0, Refusal.MALFORMED);
    } else if (frame.get().get("clock") instanceof ObjectNode asked) {
      answer(Answers.clock(asked.path("t0").asDouble(), at, live.rooms().time()));
    } else if (frame.get().has("at")) {
      live.rooms().drained(this);
    } else {
      said(frame.get());
    }
  }

  private void said(ObjectNode frame) {
    String name = frame.path("do").asText();
    String tab = frame.path("tab").asText();
    long n = frame.path("n").asLong();
    if (n <= 0 || !TAB.matcher(tab).matches()) {
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
                command ->
                    live.rooms().ask(this, command, tabOf(tab), n, result -> answer(n, result)),
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
    live.rooms().signal(this, new Id(to), data, result -> answer(n, result));
  }

  private void grant(long n) {
    live.rooms()
        .grantable(
            this,
            may -> {
              if (may) {
                var give = live.video().grant(pass, live.clock().instant());
                answer(Answers.ok(n).set("give", give));
              } else {
                no(n, Refusal.DOOR_SHUT);
              }
            });
  }

  private void answer(long n, Optional<Refusal> result) {
    live.figures().answered(result);
    result.ifPresent(
        refusal ->
            LOG.debug("room={} device={} refused={}", pass.room(), pass.device(), refusal.code()));
    answer(result.map(refusal -> Answers.no(n, refusal)).orElseGet(() -> Answers.ok(n)));
  }

  private void no(long n, Refusal refusal) {
    answer(n, Optional.of(refusal));
  }

  @Override
  public boolean show(Frame frame) {
    if (closed) {
      return false;
    }
    if (transport.full()) {
      tooSlow(live.clock().millis());
      return false;
    }
    if (slowSince != NOT_SLOW && !frame.whole()) {
      // It missed one before this; only a whole document leads on.
      return false;
    }
    slowNoMore();
    transport.send(frame);
    return true;
  }

  private void slowNoMore() {
    if (slowSince != NOT_SLOW) {
      slowSince = NOT_SLOW;
      live.figures().slowNoMore();
    }
  }

  private void tooSlow(long now) {
    if (slowSince == NOT_SLOW) {
      slowSince = now;
      live.figures().slowed();
    } else if (now - slowSince > Limits.SLOW_FOR.toMillis()) {
      bye(Goodbye.SLOW);
    }
  }

  @Override
  public void answer(ObjectNode frame) {
    if (!closed) {
      String text = frame.toString();
      onLoop(
          () -> {
            if (transport.full()) {
              tooSlow(live.clock().millis());
            }
            transport.send(text);
          });
    }
  }

  @Override
  public void ping() {
    onLoop(transport::ping);
  }

  @Override
  public void bye(Goodbye why, Duration wait) {
    if (closed) {
      return;
    }
    closed = true;
    live.figures().ended(why);
    LOG.info("room={} device={} goodbye={}", pass.room(), pass.device(), why.code());
    String text = Answers.bye(why, wait);
    onLoop(() -> transport.end(text, why));
  }

  private void onLoop(Runnable task) {
    try {
      transport.loop().execute(task);
    } catch (RejectedExecutionException stopping) {
      closed = true;
    }
  }
}
