package org.linkroom;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.linkroom.base.Limits;

/// The one port behind which both doors are: what begins with `/live/` is for the live door, all
/// else for pages.
///
/// @param live runs on the event loops
/// @param pages hands on to the threads of pages by itself
record OnePort(Handler<HttpServerRequest> live, Handler<HttpServerRequest> pages) {
  private static final int PAGE_THREADS = 4;

  /// A port that is free now.
  static int free() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Virtual-thread contexts for pages. Deployed one by one: instances of one deployment would all
  /// hang on one event loop.
  static Future<List<Context>> pageThreads(Vertx vertx) {
    var contexts = new CopyOnWriteArrayList<Context>();
    var virtual = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    var deployed =
        IntStream.range(0, PAGE_THREADS)
            .mapToObj(i -> vertx.deployVerticle(new PageThread(contexts), virtual))
            .toList();
    return Future.all(deployed).map(all -> List.copyOf(contexts));
  }

  private static final class PageThread extends VerticleBase {
    private final List<Context> contexts;

    PageThread(List<Context> contexts) {
      this.contexts = contexts;
    }

    @Override
    public Future<?> start() {
      contexts.add(context);
      return Future.succeededFuture();
    }
  }

  /// Listen, on as many event loops as there are processors; answers what is to be undeployed to
  /// listen no longer.
  Future<List<String>> listen(Vertx vertx, String host, int port) {
    var options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            // Nobody speaks it to us, and its upgrade would swallow what a page sends with its own.
            .setHttp2ClearTextEnabled(false)
            .setMaxHeaderSize(Limits.HEADER_BYTES)
            .setMaxFormFields(Limits.FORM_FIELDS)
            .setMaxFormAttributeSize(Limits.FORM_BYTES)
            .setMaxFormBufferedBytes(Limits.FORM_BYTES)
            .setMaxWebSocketFrameSize(Limits.FRAME_BYTES)
            .setMaxWebSocketMessageSize(Limits.FRAME_BYTES)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setIdleTimeout(60);
    var loops = Math.max(1, Runtime.getRuntime().availableProcessors());
    var deployed =
        IntStream.range(0, loops).mapToObj(i -> vertx.deployVerticle(new Loop(options))).toList();
    return Future.all(deployed).map(all -> all.<String>list());
  }

  private final class Loop extends VerticleBase {
    private final HttpServerOptions options;

    Loop(HttpServerOptions options) {
      this.options = options;
    }

    @Override
    public Future<HttpServer> start() {
      return vertx.createHttpServer(options).requestHandler(OnePort.this::answer).listen();
    }
  }

  private void answer(HttpServerRequest request) {
    boolean isLive = request.path() != null && request.path().startsWith("/live/");
    (isLive ? live : pages).handle(request);
  }
}
