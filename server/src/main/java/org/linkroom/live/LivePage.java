package org.linkroom.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.room.Frame;
import org.linkroom.room.Seat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page, however it is reached. What it sends is read and bounded here; what it is shown is
/// never queued beyond a bound: a page too slow to take more gets one fresh document when it can.
final class LivePage implements Seat, Speaker {
  private static final Logger LOG = LoggerFactory.getLogger(LivePage.class);

  private final Transport transport;
  private final Pass pass;
  private final Live live;
  private final Hearing hearing;
  private final long seen;
  private final Pace pace = new Pace(Limits.FRAMES_IN_TEN_SECONDS);
  private volatile long heard;
  private volatile boolean closed;
  private final Slowness slowness;
  private @Nullable String tab;

  /// @param seen the highest version that it was shown before, by whatever node
  LivePage(Transport transport, Pass pass, Live live, long seen) {
    this.seen = seen;
    this.transport = transport;
    this.pass = pass;
    this.live = live;
    this.hearing = new Hearing(pass, live);
    this.slowness = new Slowness(live.figures());
    this.heard = live.clock().millis();
  }

  /// It is there: take it into its room.
  void open() {
    live.rooms().join(this);
  }

  /// It is there no more; whether it is gone the silence will tell.
  void closed() {
    closed = true;
    slowness.none();
    live.rooms().left(this);
  }

  @Override
  public void isThere() {
    heard = live.clock().millis();
  }

  /// It can take more again.
  void drained() {
    if (slowness.missed() && !closed) {
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
    hearing.read(text, at, this);
  }

  @Override
  public void lost() {
    live.rooms().drained(this);
  }

  /// A room keeps each tab's answers, so a page that makes up tabs would fill it.
  @Override
  public boolean mayUse(String name) {
    tab = tab == null ? name : tab;
    return tab.equals(name);
  }

  @Override
  public boolean show(Frame frame) {
    if (closed) {
      return false;
    }
    if (transport.full()) {
      if (slowness.full(live.clock().millis())) {
        bye(Goodbye.SLOW);
      }
      return false;
    }
    if (slowness.missed() && !frame.whole()) {
      // It missed one before this; only a whole document leads on.
      return false;
    }
    slowness.none();
    transport.send(frame);
    return true;
  }

  @Override
  public void answer(ObjectNode frame) {
    if (!closed) {
      String text = frame.toString();
      onLoop(() -> answer(text));
    }
  }

  private void answer(String text) {
    if (transport.full() && slowness.owes(text.length(), live.clock().millis())) {
      bye(Goodbye.SLOW);
    } else {
      transport.send(text);
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
