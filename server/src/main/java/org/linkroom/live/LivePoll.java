package org.linkroom.live;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.room.Frame;

/// A page that is shown things by long polls, where a filter holds streams back. Its frames wait
/// here until it asks; what it was given is kept until it says that it has it, for an answer may be
/// lost on the way. When it does not ask for as long as a device may be silent it is gone.
final class LivePoll implements Transport {
  private final Id id = Id.random();
  private final EventLoop loop;
  private final LivePage page;
  private final Consumer<LivePoll> whenClosed;
  private List<String> waiting = new ArrayList<>();
  private List<String> given = List.of();
  private long number;
  private int bytes;
  private int givenBytes;
  private @Nullable Consumer<String> asks;
  private @Nullable ScheduledFuture<?> hold;
  private @Nullable ScheduledFuture<?> life;
  private boolean soon;
  private boolean ended;

  LivePoll(EventLoop loop, Function<Transport, LivePage> page, Consumer<LivePoll> whenClosed) {
    this.loop = loop;
    this.whenClosed = whenClosed;
    this.page = page.apply(this);
  }

  /// Its name, which the page says each time.
  Id id() {
    return id;
  }

  /// Whose it is.
  Pass pass() {
    return page.pass();
  }

  /// Take it into its room.
  void open() {
    loop.execute(page::open);
  }

  /// The page asks for what it has not got: it is answered at once if there is something, else as
  /// soon as there is, at the latest when it should hear that the line is there.
  ///
  /// @param has the number of the last answer that it got
  /// @param answer is given the answer as JSON, on this line's loop
  void ask(long has, Consumer<String> answer) {
    loop.execute(() -> asked(has, answer));
  }

  private void asked(long has, Consumer<String> answer) {
    page.isThere();
    live();
    giveNothing();
    asks = answer;
    if (has == number) {
      given = List.of();
      bytes -= givenBytes;
      givenBytes = 0;
      page.drained();
    }
    if (!given.isEmpty()) {
      give(given);
    } else if (!waiting.isEmpty()) {
      flush();
    } else {
      hold = in(Limits.PING, this::giveNothing);
    }
  }

  private ScheduledFuture<?> in(Duration wait, Runnable task) {
    return loop.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void live() {
    if (life != null) {
      life.cancel(false);
    }
    life =
        in(
            Limits.GONE,
            () -> {
              ended = true;
              giveNothing();
              whenClosed.accept(this);
              page.closed();
            });
  }

  private void flush() {
    soon = false;
    if (asks != null && given.isEmpty() && !waiting.isEmpty()) {
      number++;
      given = waiting;
      givenBytes = bytes;
      waiting = new ArrayList<>();
      give(given);
    }
  }

  private void giveNothing() {
    give(List.of());
  }

  private void give(List<String> frames) {
    if (hold != null) {
      hold.cancel(false);
    }
    if (asks != null) {
      String all = "[" + String.join(",", frames) + "]";
      asks.accept("{\"line\":\"" + id + "\",\"n\":" + number + ",\"frames\":" + all + "}");
      asks = null;
    }
  }

  @Override
  public Executor loop() {
    return loop;
  }

  @Override
  public boolean full() {
    return bytes >= Limits.OUTBOX_BYTES;
  }

  @Override
  public void send(Frame frame) {
    send(frame.text());
  }

  @Override
  public void send(String text) {
    if (ended) {
      return;
    }
    waiting.add(text);
    bytes += ByteBufUtil.utf8Bytes(text);
    if (!soon) {
      soon = true;
      // What comes together is given together.
      loop.execute(this::flush);
    }
  }

  /// Its polls are answered in time as it is.
  @Override
  public void ping() {}

  @Override
  public void end(String text, Goodbye why) {
    send(text);
    ended = true;
  }
}
