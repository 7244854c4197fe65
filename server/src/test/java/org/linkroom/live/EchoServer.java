package org.linkroom.live;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/// Says back what it hears, at the live door's own end of a WebSocket with its own pipeline, but
/// for the size and the number of messages. What speaks a protocol's every corner is tried on it.
public final class EchoServer implements AutoCloseable {
  private static final int MESSAGE_BYTES = 17 * 1024 * 1024;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private volatile CompletableFuture<Void> gone = new CompletableFuture<>();

  /// Start it on a port that is free.
  public EchoServer() {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(this::take)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private void take(HttpServerRequest request) {
    gone = new CompletableFuture<>();
    var count = new FrameCount(Integer.MAX_VALUE, InstantSource.system());
    Upgrade.take(request, MESSAGE_BYTES, count, new Echo(gone));
  }

  /// Done when the newest socket is gone.
  CompletableFuture<Void> gone() {
    return gone;
  }

  /// The port that it listens on.
  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static final class Echo extends WebSocketEnd {
    private final CompletableFuture<Void> gone;

    Echo(CompletableFuture<Void> gone) {
      this.gone = gone;
    }

    @Override
    void opened() {}

    @Override
    void message(WebSocketFrame message) {
      write(message instanceof TextWebSocketFrame ? TEXT : BINARY, message.content());
    }

    @Override
    void heard() {}

    @Override
    void drained() {}

    @Override
    void tooMuch() {
      end(1009, "");
    }

    @Override
    void broken() {
      end(1011, "");
    }

    @Override
    void gone() {
      gone.complete(null);
    }
  }
}
