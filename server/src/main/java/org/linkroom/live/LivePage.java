package org.linkroom.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Refusal;
import org.linkroom.room.Commands;
import org.linkroom.room.Frame;
import org.linkroom.room.Seat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page, however it is reached. What it sends is read and bounded here; what it is shown is
/// never queued beyond a bound: a page too slow to take more gets one fresh document when it can.
final class LivePage implements Seat {
  private static final Logger LOG = LoggerFactory.getLogger(LivePage.class);

  private final Transport transport;
  private final Pass pass;
  private final Live live;
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

  /// It said something, if only that it is there.
  void isThere() {
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
    switch (PageFrame.read(text)) {
      case PageFrame.Says says -> said(says);
      case PageFrame.Clock asked -> answer(Answers.clock(asked.t0(), at, live.rooms().time()));
      case PageFrame.Where where -> live.rooms().drained(this);
      case PageFrame.Unreadable unreadable -> no(unreadable.n(), Refusal.MALFORMED);
    }
  }

  private void said(PageFrame.Says says) {
    switch (says.name()) {
      case "signal.send" -> signal(says.body(), says.n());
      case "video.grant" -> grant(says.n());
      default -> {
        if (Commands.knows(says.name())) {
          command(says);
        } else {
          no(says.n(), Refusal.UNKNOWN);
        }
      }
    }
  }

  private void command(PageFrame.Says says) {
    long n = says.n();
    if (tab == null) {
      tab = says.tab();
    } else if (!tab.equals(says.tab())) {
      // A room keeps each tab's answers, so a page that makes up tabs would fill it.
      no(n, Refusal.MALFORMED);
      return;
    }
    Commands.read(says.name(), says.body())
        .ifPresentOrElse(
            command ->
                live.rooms().ask(this, command, tabOf(says.tab()), n, result -> answer(n, result)),
            () -> no(n, Refusal.MALFORMED));
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
