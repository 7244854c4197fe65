package org.linkroom.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line to a server on which anything can be sent, byte by byte: what no browser would.
public final class RawSocket implements AutoCloseable {
  public static final int TEXT = 0x81;
  public static final int CLOSE = 0x88;
  public static final int PING = 0x89;
  public static final int PONG = 0x8A;

  private static final int PATIENCE_MS = 10_000;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;

  /// A frame as it came, its payload one character a byte.
  public record Frame(int head, String payload) {
    /// The code of a goodbye.
    public int code() {
      return payload.length() < 2 ? -1 : (payload.charAt(0) << 8) + payload.charAt(1);
    }

    /// A text's text.
    public String text() {
      return new String(payload.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MS);
    in = new DataInputStream(socket.getInputStream());
  }

  /// Connect to a port of this machine.
  public static RawSocket connect(int port) {
    return connect(port, 0);
  }

  /// Connect with so many bytes at most that the kernel keeps unread; 0 for as many as it likes.
  public static RawSocket connect(int port, int unread) {
    try {
      var socket = new Socket();
      if (unread > 0) {
        socket.setReceiveBufferSize(unread);
      }
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return new RawSocket(socket);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// The head of a request for a WebSocket.
  public static String upgrade(String path, Map<String, String> headers) {
    var head =
        new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n")
            .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("\r\n").toString();
  }

  /// Send text as it is.
  public RawSocket send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Send bytes as they are.
  public RawSocket send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// A masked frame, as a browser would send it.
  public static byte[] frame(int head, byte[] payload) {
    var frame = new ByteArrayOutputStream();
    frame.write(head);
    length(frame, payload.length, 0x80);
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ MASK[i % 4]);
    }
    return frame.toByteArray();
  }

  /// A text in a masked frame.
  public static byte[] frame(String text) {
    return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A frame that is not masked, which only a server may send.
  public static byte[] bare(int head, byte[] payload) {
    var frame = new ByteArrayOutputStream();
    frame.write(head);
    length(frame, payload.length, 0);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static void length(ByteArrayOutputStream frame, int length, int masked) {
    if (length <= 125) {
      frame.write(masked | length);
    } else if (length <= 0xFFFF) {
      frame.write(masked | 126);
      frame.write(length >> 8);
      frame.write(length);
    } else {
      frame.write(masked | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) length >> shift));
      }
    }
  }

  /// Read the head of an answer, and give its status.
  public int status() {
    String head = head();
    return head.isEmpty() ? -1 : Integer.parseInt(head.split(" ")[1]);
  }

  /// Read the head of an answer; what was sent before the end of the line, if that came first.
  public String head() {
    var head = new StringBuilder();
    try {
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        head.append((char) next);
      }
    } catch (IOException cut) {
      return head.toString();
    }
    return head.toString();
  }

  /// Read a frame; nothing at the end of the line, however it ended.
  public @Nullable Frame read() {
    try {
      int head = in.read();
      if (head < 0) {
        return null;
      }
      int length = in.read();
      long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
      return new Frame(head, new String(in.readNBytes((int) size), StandardCharsets.ISO_8859_1));
    } catch (IOException cut) {
      return null;
    }
  }

  /// Read the next frame, which must come.
  public Frame next() {
    var frame = read();
    if (frame == null) {
      throw new AssertionError("the line has ended");
    }
    return frame;
  }

  /// Read on until the goodbye, and give its code: 1006 if the line ended without one.
  public int goodbye() {
    for (Frame frame = read(); frame != null; frame = read()) {
      if (frame.head() == CLOSE) {
        return frame.code();
      }
    }
    return 1006;
  }

  /// Tell whether the line has come to its end, and nothing was said before.
  public boolean atEnd() {
    return read() == null;
  }

  /// Say that nothing more will be sent, and go on reading.
  public void halfClose() {
    try {
      socket.shutdownOutput();
    } catch (IOException gone) {
      close();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
