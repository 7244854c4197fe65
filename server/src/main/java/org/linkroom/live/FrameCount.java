package org.linkroom.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.util.ReferenceCountUtil;
import java.time.InstantSource;

/// Counts a socket's frames with all that is no message: pings, pongs and the pieces of messages
/// that may never end. Beyond the limit nothing more is taken.
final class FrameCount extends ChannelInboundHandlerAdapter {
  private final Pace pace;
  private final InstantSource clock;
  private boolean over;

  /// @param most frames in ten seconds
  FrameCount(int most, InstantSource clock) {
    this.pace = new Pace(most);
    this.clock = clock;
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object frame) {
    if (!over && pace.allows(clock.instant())) {
      from.fireChannelRead(frame);
      return;
    }
    ReferenceCountUtil.release(frame);
    if (!over) {
      over = true;
      from.fireExceptionCaught(new TooLongFrameException("too many frames"));
    }
  }
}
