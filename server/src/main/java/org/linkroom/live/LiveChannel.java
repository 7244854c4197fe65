package org.linkroom.live;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.protocol.Goodbye;
import org.linkroom.room.Frame;

/// A page's WebSocket. Frames for many are written as they are, without an encoder; small ones for
/// the one page wait for the end of what its loop has in hand, so that an answer and what follows
/// from it leave together.
final class LiveChannel extends ChannelInboundHandlerAdapter implements Transport {
  private static final int FINAL = 0x80;
  private static final int TEXT = FINAL | 0x1;
  private static final int CLOSE = FINAL | 0x8;
  private static final int PING = FINAL | 0x9;
  private static final int PONG = FINAL | 0xA;
  private static final int NORMAL = 1000;

  private final Function<Transport, LivePage> page;
  private final Runnable whenClosed;
  private @Nullable ChannelHandlerContext context;
  private @Nullable LivePage mine;
  private boolean waiting;
  private boolean ended;

  /// @param page makes the page's end of it, once the channel is there
  LiveChannel(Function<Transport, LivePage> page, Runnable whenClosed) {
    this.page = page;
    this.whenClosed = whenClosed;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    mine = page.apply(this);
    // What the room shows first must not overtake the answer to the request.
    added.executor().execute(mine::open);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    try {
      if (message instanceof WebSocketFrame frame && !ended && mine != null) {
        read(frame, mine);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(WebSocketFrame frame, LivePage to) {
    switch (frame) {
      case TextWebSocketFrame text -> to.read(text.text());
      case PingWebSocketFrame ping -> write(PONG, ping.content());
      case PongWebSocketFrame pong -> to.isThere();
      case CloseWebSocketFrame close -> {
        int code = close.statusCode();
        end(code < 0 ? NORMAL : code, "");
      }
      default -> to.bye(Goodbye.TOO_MUCH);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    if (from.channel().isWritable() && mine != null) {
      mine.drained();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    ended = true;
    whenClosed.run();
    if (mine != null) {
      mine.closed();
    }
  }

  /// A message over the limit, a text that is not UTF-8, a frame against the rules.
  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable fault) {
    if (ended || mine == null) {
      var _ = from.close();
    } else if (fault instanceof CorruptedWebSocketFrameException corrupt) {
      end(corrupt.closeStatus().code(), "");
    } else {
      mine.bye(Goodbye.TOO_MUCH);
    }
  }

  @Override
  public Executor loop() {
    return context().executor();
  }

  private ChannelHandlerContext context() {
    return requireNonNull(context, "not in a pipeline yet");
  }

  @Override
  public boolean full() {
    return !context().channel().isWritable();
  }

  @Override
  public void send(Frame frame) {
    if (!ended) {
      put(frame.forSocket());
      context().flush();
    }
  }

  @Override
  public void send(String text) {
    if (ended) {
      return;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var frame = head(TEXT, bytes.length);
    frame.writeBytes(bytes);
    put(frame);
    flushSoon();
  }

  /// What cannot be written ends the channel, and that is told of by itself.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void put(ByteBuf frame) {
    context().write(frame, context().voidPromise());
  }

  private void flushSoon() {
    if (!waiting) {
      waiting = true;
      context()
          .executor()
          .execute(
              () -> {
                waiting = false;
                context().flush();
              });
    }
  }

  @Override
  public void ping() {
    if (!ended && !full()) {
      write(PING, context().alloc().buffer(0));
    }
  }

  private void write(int kind, ByteBuf content) {
    var frame = head(kind, content.readableBytes());
    frame.writeBytes(content);
    put(frame);
    flushSoon();
  }

  private ByteBuf head(int kind, int length) {
    var frame = context().alloc().directBuffer(length + 10);
    frame.writeByte(kind);
    if (length <= 125) {
      frame.writeByte(length);
    } else if (length <= 0xFFFF) {
      frame.writeByte(126).writeShort(length);
    } else {
      frame.writeByte(127).writeLong(length);
    }
    return frame;
  }

  @Override
  public void end(String text, Goodbye why) {
    if (!ended) {
      send(text);
      end(why.code(), why.name().toLowerCase(Locale.ROOT));
    }
  }

  private void end(int code, String reason) {
    ended = true;
    var frame = head(CLOSE, 2 + ByteBufUtil.utf8Bytes(reason));
    frame.writeShort(code);
    frame.writeCharSequence(reason, StandardCharsets.UTF_8);
    var _ = context().writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
  }
}
