package org.linkroom.live;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.VertxHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.linkroom.base.Limits;

/// The way from a request to a WebSocket (RFC 6455). The connection is taken out of the web
/// server's hands with all that it keeps for requests and responses: what stays is Netty's decoder,
/// its check of UTF-8 and its joining of fragments, none of which we would write ourselves, and our
/// own handler, which writes finished frames past every encoder.
final class Upgrade {
  /// RFC 6455, section 1.3.
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private static final String VERSION = "13";
  private static final int KEY_LENGTH = 24;

  private Upgrade() {}

  /// Tell whether the request asks for one.
  static boolean asked(HttpServerRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /// Say what is wrong with the request for one: a status and a sentence; empty if nothing is.
  static Optional<Integer> wrong(HttpServerRequest request) {
    String connection = request.getHeader("Connection");
    String key = request.getHeader("Sec-WebSocket-Key");
    if (request.version() != HttpVersion.HTTP_1_1
        || !HttpMethod.GET.equals(request.method())
        || connection == null
        || !connection.toLowerCase(Locale.ROOT).contains("upgrade")
        || key == null
        || key.length() != KEY_LENGTH) {
      return Optional.of(400);
    }
    return VERSION.equals(request.getHeader("Sec-WebSocket-Version"))
        ? Optional.empty()
        : Optional.of(426);
  }

  /// Answer the request and give its connection to a handler, on the connection's own loop. False
  /// if whoever asked is gone already: then the handler hears of nothing. The web server must not
  /// be one that also takes HTTP/2 in clear text: its handler for that loses what comes with a
  /// request.
  ///
  /// @param messageBytes how large a message may be, whole and in each of its frames
  /// @param count sees each frame first
  static boolean take(
      HttpServerRequest request, int messageBytes, FrameCount count, WebSocketEnd handler) {
    var http = ((HttpServerConnection) request.connection()).channelHandlerContext();
    if (!http.channel().isActive()) {
      return false;
    }
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(requireNonNull(request.getHeader("Sec-WebSocket-Key")))
            + "\r\n\r\n";
    var pipeline = http.pipeline();
    // Ours come last before the others go: what the old decoder still holds is handed on to them.
    pipeline.addLast("frames", decoder(messageBytes));
    pipeline.addLast("count", count);
    pipeline.addLast("utf8", new Utf8FrameValidator(false));
    pipeline.addLast("messages", new WebSocketFrameAggregator(messageBytes));
    pipeline.addLast("live", handler);
    bound(http);
    leave(http, pipeline);
    var _ = pipeline.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII));
    pipeline.remove("httpDecoder");
    // A request before this one may have held back reading until it was answered.
    http.channel().config().setAutoRead(true);
    return true;
  }

  private static WebSocket13FrameDecoder decoder(int messageBytes) {
    return new WebSocket13FrameDecoder(
        WebSocketDecoderConfig.newBuilder()
            .allowExtensions(false)
            .expectMaskedFrames(true)
            .allowMaskMismatch(false)
            .maxFramePayloadLength(messageBytes)
            .closeOnProtocolViolation(false)
            .build());
  }

  /// What may wait for a page that does not read, here and in the kernel.
  static void bound(ChannelHandlerContext http) {
    var config = http.channel().config();
    config.setOption(ChannelOption.SO_SNDBUF, Limits.SOCKET_BYTES);
    config.setWriteBufferWaterMark(
        new WriteBufferWaterMark(Limits.OUTBOX_BYTES / 4, Limits.OUTBOX_BYTES));
  }

  /// The web server counts the connection as ended here.
  private static void leave(ChannelHandlerContext http, ChannelPipeline pipeline) {
    ((VertxHandler<?>) http.handler()).channelInactive(http);
    pipeline.remove(http.handler());
    pipeline.remove("httpEncoder");
    for (String one : new String[] {"idle", "chunkedWriter"}) {
      if (pipeline.get(one) != null) {
        pipeline.remove(one);
      }
    }
  }

  private static String accept(String key) {
    try {
      // The hash that the RFC names; nothing is kept secret by it.
      var sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
