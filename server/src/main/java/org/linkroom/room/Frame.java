package org.linkroom.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.linkroom.protocol.Wire;

/// One frame for however many pages, encoded once: the bytes of a WebSocket text frame as a server
/// sends it (RFC 6455, section 5.2). Whoever made it lets it go with `release`; each further user
/// retains it first.
public final class Frame {
  private static final int FINAL_TEXT = 0x81;
  private static final int SHORT = 125;
  private static final int MEDIUM = 0xFFFF;

  private final ByteBuf bytes;
  private final int head;
  private final boolean whole;

  private Frame(ByteBuf bytes, int head, boolean whole) {
    this.bytes = bytes;
    this.head = head;
    this.whole = whole;
  }

  /// Encode a frame.
  public static Frame of(JsonNode frame) {
    return of(json(frame), false);
  }

  /// Encode a welcome, from its finished text.
  static Frame welcome(byte[] json) {
    return of(json, true);
  }

  private static byte[] json(JsonNode frame) {
    try {
      return Wire.JSON.writeValueAsBytes(frame);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a frame of ours cannot be written", broken);
    }
  }

  private static Frame of(byte[] json, boolean whole) {
    var bytes = PooledByteBufAllocator.DEFAULT.directBuffer(json.length + 10);
    bytes.writeByte(FINAL_TEXT);
    if (json.length <= SHORT) {
      bytes.writeByte(json.length);
    } else if (json.length <= MEDIUM) {
      bytes.writeByte(126).writeShort(json.length);
    } else {
      bytes.writeByte(127).writeLong(json.length);
    }
    int head = bytes.writerIndex();
    bytes.writeBytes(json);
    return new Frame(bytes, head, whole);
  }

  /// Its bytes for one socket; they belong to whoever asks.
  public ByteBuf forSocket() {
    return bytes.retainedDuplicate();
  }

  /// Its JSON, for other ways of sending.
  public String text() {
    return bytes.toString(head, bytes.writerIndex() - head, StandardCharsets.UTF_8);
  }

  /// Tell whether it holds a whole document, and so mends every gap before it.
  public boolean whole() {
    return whole;
  }

  /// Keep it for one more user.
  public Frame retain() {
    bytes.retain();
    return this;
  }

  /// Let it go.
  public void release() {
    bytes.release();
  }
}
