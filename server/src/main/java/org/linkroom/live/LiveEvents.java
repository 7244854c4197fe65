package org.linkroom.live;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.room.Frame;

/// A page's stream of server-sent events, where a filter breaks WebSockets: each frame is one
/// event. It carries one way alone; what the page says comes by POST, at this node or another.
final class LiveEvents implements Transport {
  /// Some proxies hand nothing on before they have so much.
  static final String PADDING = ":%s\n\n".formatted(" ".repeat(2048));

  /// An empty frame, which says only that the line is there.
  private static final String BEAT = "{}";

  private final HttpServerResponse response;
  private final EventLoop loop;
  private final LivePage page;
  private final Runnable whenClosed;
  private @Nullable ScheduledFuture<?> beat;
  private boolean ended;
  private boolean closed;

  private LiveEvents(
      HttpServerRequest request, Function<Transport, LivePage> page, Runnable whenClosed) {
    this.response = request.response();
    this.loop = loop(request);
    this.whenClosed = whenClosed;
    this.page = page.apply(this);
  }

  /// The loop of a request's connection.
  static EventLoop loop(HttpServerRequest request) {
    var connection = (HttpServerConnection) request.connection();
    return connection.channelHandlerContext().channel().eventLoop();
  }

  /// Answer the request with a stream.
  ///
  /// @param page makes the page's end of it
  static void open(
      HttpServerRequest request, Function<Transport, LivePage> page, Runnable whenClosed) {
    Upgrade.bound(((HttpServerConnection) request.connection()).channelHandlerContext());
    new LiveEvents(request, page, whenClosed).begin();
  }

  private void begin() {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store, no-transform")
        .putHeader("X-Accel-Buffering", "no")
        .putHeader("X-Content-Type-Options", "nosniff");
    response.exceptionHandler(broken -> close());
    response.closeHandler(gone -> close());
    response.endHandler(done -> close());
    response.drainHandler(more -> page.drained());
    write(PADDING);
    send(BEAT);
    // A proxy lets go of a stream that is still; and the page must know that it carries.
    long every = Limits.PING.toMillis();
    beat = loop.scheduleWithFixedDelay(this::ping, every, every, TimeUnit.MILLISECONDS);
    loop.execute(page::open);
  }

  private void close() {
    if (!closed) {
      closed = true;
      ended = true;
      if (beat != null) {
        beat.cancel(false);
      }
      whenClosed.run();
      page.closed();
    }
  }

  private void write(String text) {
    var _ = response.write(text);
  }

  @Override
  public Executor loop() {
    return loop;
  }

  @Override
  public boolean full() {
    return !ended && response.writeQueueFull();
  }

  @Override
  public void send(Frame frame) {
    send(frame.text());
  }

  /// No text of ours has a line's end in it, so that one line is one frame.
  @Override
  public void send(String text) {
    if (!ended) {
      write("data: %s\n\n".formatted(text));
    }
  }

  @Override
  public void ping() {
    if (!ended && !full()) {
      send(BEAT);
    }
  }

  @Override
  public void end(String text, Goodbye why) {
    if (!ended) {
      send(text);
      ended = true;
      var _ = response.end();
    }
  }
}
