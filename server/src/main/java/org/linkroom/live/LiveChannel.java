package org.linkroom.live;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.protocol.Goodbye;
import org.linkroom.room.Frame;

/// A page's WebSocket. Frames for many are written as they are, without an encoder; small ones for
/// the one page wait for the end of what its loop has in hand, so that an answer and what follows
/// from it leave together.
final class LiveChannel extends WebSocketEnd implements Transport {
  private final Function<Transport, LivePage> page;
  private final Runnable whenClosed;
  private @Nullable LivePage mine;

  /// @param page makes the page's end of it, once the channel is there
  LiveChannel(Function<Transport, LivePage> page, Runnable whenClosed) {
    this.page = page;
    this.whenClosed = whenClosed;
  }

  private LivePage mine() {
    return requireNonNull(mine, "not in a pipeline yet");
  }

  @Override
  void opened() {
    var made = page.apply(this);
    mine = made;
    loop().execute(made::open);
  }

  @Override
  void message(WebSocketFrame message) {
    if (message instanceof TextWebSocketFrame text) {
      mine().read(text.text());
    } else {
      tooMuch();
    }
  }

  @Override
  void heard() {
    mine().isThere();
  }

  @Override
  void drained() {
    mine().drained();
  }

  @Override
  void tooMuch() {
    mine().bye(Goodbye.TOO_MUCH);
  }

  @Override
  void broken() {
    mine().bye(Goodbye.RESYNC);
  }

  @Override
  void gone() {
    whenClosed.run();
    mine().closed();
  }

  @Override
  public Executor loop() {
    return context().executor();
  }

  @Override
  public boolean full() {
    return waits();
  }

  @Override
  public void send(Frame frame) {
    if (!ended()) {
      writeNow(frame.forSocket());
    }
  }

  @Override
  public void send(String text) {
    write(text);
  }

  @Override
  public void ping() {
    if (!full()) {
      write(PING, Unpooled.EMPTY_BUFFER);
    }
  }

  @Override
  public void end(String text, Goodbye why) {
    send(text);
    end(why.code(), why.name().toLowerCase(Locale.ROOT));
  }
}
