package org.linkroom.live;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;

/// A WebSocket that gives back what is said on it, for a while: whether a school's filter lets one
/// through, nothing else shows.
final class ProbeSocket extends WebSocketEnd {
  private static final int LIFE_SECONDS = 15;
  private static final int CHARACTERS = 64;

  private final Runnable whenClosed;

  ProbeSocket(Runnable whenClosed) {
    this.whenClosed = whenClosed;
  }

  @Override
  void opened() {
    var end =
        context()
            .executor()
            .schedule(
                () -> end(WebSocketCloseStatus.NORMAL_CLOSURE.code(), ""),
                LIFE_SECONDS,
                TimeUnit.SECONDS);
    var _ = context().channel().closeFuture().addListener(closed -> end.cancel(false));
  }

  @Override
  void message(WebSocketFrame message) {
    if (message instanceof TextWebSocketFrame text && text.text().length() <= CHARACTERS) {
      write(text.text());
    } else {
      tooMuch();
    }
  }

  @Override
  void heard() {}

  @Override
  void drained() {}

  @Override
  void tooMuch() {
    end(WebSocketCloseStatus.MESSAGE_TOO_BIG.code(), "");
  }

  @Override
  void broken() {
    end(WebSocketCloseStatus.INTERNAL_SERVER_ERROR.code(), "");
  }

  @Override
  void gone() {
    whenClosed.run();
  }
}
