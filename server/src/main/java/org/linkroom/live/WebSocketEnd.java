package org.linkroom.live;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's end of a WebSocket, whatever is said on it: pings are answered, a goodbye is
/// returned, what breaks the rules (RFC 6455) ends it with the code that they name, and after an
/// end nothing more is heard or said.
abstract class WebSocketEnd extends ChannelInboundHandlerAdapter {
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int PING = 0x9;

  private static final Logger LOG = LoggerFactory.getLogger(WebSocketEnd.class);
  private static final int FINAL = 0x80;
  private static final int CLOSE = 0x8;
  private static final int PONG = 0xA;
  private static final int HEAD_BYTES = 10;

  private @Nullable ChannelHandlerContext context;
  private boolean flushing;
  private boolean ended;

  /// The channel is there. What is written now would overtake the answer to the request.
  abstract void opened();

  /// A whole message has come; a text is sound UTF-8. It stays its sender's.
  abstract void message(WebSocketFrame message);

  /// It is there, if it said nothing else.
  abstract void heard();

  /// It can take more again.
  abstract void drained();

  /// It sent a message over the limit, or too many.
  abstract void tooMuch();

  /// Something of ours broke.
  abstract void broken();

  /// The channel is there no more.
  abstract void gone();

  final ChannelHandlerContext context() {
    return requireNonNull(context, "not in a pipeline yet");
  }

  final boolean ended() {
    return ended;
  }

  @Override
  public final void handlerAdded(ChannelHandlerContext added) {
    context = added;
    opened();
  }

  @Override
  public final void channelRead(ChannelHandlerContext from, Object message) {
    try {
      if (message instanceof WebSocketFrame frame) {
        read(frame);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(WebSocketFrame frame) {
    if (ended) {
      if (frame instanceof CloseWebSocketFrame) {
        shut();
      }
      return;
    }
    switch (frame) {
      case TextWebSocketFrame text -> message(text);
      case BinaryWebSocketFrame bytes -> message(bytes);
      case PingWebSocketFrame ping -> {
        heard();
        // Who does not read is not answered either.
        if (!waits()) {
          write(PONG, ping.content());
        }
      }
      case PongWebSocketFrame pong -> heard();
      case CloseWebSocketFrame close -> returned(close);
      case ContinuationWebSocketFrame piece -> end(WebSocketCloseStatus.PROTOCOL_ERROR.code(), "");
      default -> end(WebSocketCloseStatus.PROTOCOL_ERROR.code(), "");
    }
  }

  private void returned(CloseWebSocketFrame close) {
    int code = close.statusCode();
    end(code < 0 ? WebSocketCloseStatus.NORMAL_CLOSURE.code() : code, "");
  }

  @Override
  public final void channelWritabilityChanged(ChannelHandlerContext from) {
    if (!waits()) {
      drained();
    }
  }

  @Override
  public final void channelInactive(ChannelHandlerContext from) {
    ended = true;
    gone();
  }

  @Override
  public final void exceptionCaught(ChannelHandlerContext from, Throwable fault) {
    if (fault instanceof IOException) {
      shut();
    } else if (ended) {
      return;
    } else if (fault instanceof CorruptedWebSocketFrameException corrupt
        && corrupt.closeStatus().code() != WebSocketCloseStatus.MESSAGE_TOO_BIG.code()) {
      end(corrupt.closeStatus().code(), "");
    } else if (fault instanceof CorruptedWebSocketFrameException
        || fault instanceof TooLongFrameException) {
      tooMuch();
    } else {
      LOG.error("socket=broken", fault);
      broken();
    }
  }

  /// Tell whether so much waits to be written that nothing should be added.
  final boolean waits() {
    return !context().channel().isWritable();
  }

  /// Write a frame, with all else that this turn of the loop brings.
  final void write(int kind, ByteBuf content) {
    if (!ended) {
      var frame = head(kind, content.readableBytes());
      frame.writeBytes(content, content.readerIndex(), content.readableBytes());
      put(frame);
      flushSoon();
    }
  }

  /// Write a text, likewise.
  final void write(String text) {
    if (!ended) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      put(head(TEXT, bytes.length).writeBytes(bytes));
      flushSoon();
    }
  }

  /// Write a finished frame now; it is let go here.
  final void writeNow(ByteBuf frame) {
    put(frame);
    context().flush();
  }

  /// What cannot be written ends the channel, and that is told of by itself.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void put(ByteBuf frame) {
    context().write(frame, context().voidPromise());
  }

  private void flushSoon() {
    if (!flushing) {
      flushing = true;
      context()
          .executor()
          .execute(
              () -> {
                flushing = false;
                context().flush();
              });
    }
  }

  private ByteBuf head(int kind, int length) {
    var frame = context().alloc().directBuffer(length + HEAD_BYTES).writeByte(FINAL | kind);
    if (length <= 125) {
      frame.writeByte(length);
    } else if (length <= 0xFFFF) {
      frame.writeByte(126).writeShort(length);
    } else {
      frame.writeByte(127).writeLong(length);
    }
    return frame;
  }

  /// Say the last word. The line is shut for writing at once, and for reading when the other end
  /// has shut it too: were it closed with bytes unread, the kernel would take back the last word.
  final void end(int code, String reason) {
    if (ended) {
      return;
    }
    ended = true;
    var frame = head(CLOSE, 2 + ByteBufUtil.utf8Bytes(reason)).writeShort(code);
    frame.writeCharSequence(reason, StandardCharsets.UTF_8);
    var written = context().writeAndFlush(frame);
    var _ = written.addListener(done -> said());
    var late =
        context()
            .executor()
            .schedule(this::shut, Limits.LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
    var _ = context().channel().closeFuture().addListener(closed -> late.cancel(false));
  }

  private void said() {
    if (context().channel() instanceof DuplexChannel line) {
      var _ = line.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    } else {
      shut();
    }
  }

  private void shut() {
    var _ = context().close();
  }
}
