package org.linkroom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One WebSocket of the swarm, as lean as can be: it cares about the length of what comes and
/// hands the rest to its ear. Only the swarm's thread touches it.
final class Client {
  private static final byte[] UPGRADED = Frame.ascii("HTTP/1.1 101");
  private static final byte[] BLANK_LINE = Frame.ascii("\r\n\r\n");
  private static final byte[] MASK = {1, 2, 3, 4};
  private static final byte[] NOTHING = {};
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  /// Its number among those that came in together.
  final int number;

  final Ticket ticket;

  /// When it set out, by `System.nanoTime()`, and when its first frame came; 0 before.
  long dialled;

  long welcomed;

  /// Its own last running number, for its next command.
  int said;

  /// How often it tried to come back in vain.
  int attempt;

  private final Ear ear;
  private final SocketChannel channel;
  private final SelectionKey key;
  private boolean open;
  private boolean upgraded;
  private byte[] rest = NOTHING;

  Client(Swarm swarm, int number, Ticket ticket, Ear ear, int receiveBuffer) throws IOException {
    this.number = number;
    this.ticket = ticket;
    this.ear = ear;
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    dialled = System.nanoTime();
    open = true;
    boolean at =
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ticket.port()));
    key = channel.register(swarm.selector(), at ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
    key.attach(this);
    if (at) {
      write(ByteBuffer.wrap(Frame.ascii(ticket.request())));
    }
  }

  /// Whether its socket stands.
  boolean open() {
    return open;
  }

  /// Stop reading, as a device does that hangs; or read on.
  void reads(boolean on) {
    if (open) {
      key.interestOps(on ? SelectionKey.OP_READ : 0);
    }
  }

  /// Say one frame of text.
  void say(String text) {
    write(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Go without a word.
  void close() {
    if (open) {
      open = false;
      key.cancel();
      try {
        channel.close();
      } catch (IOException gone) {
        // It is closed one way or the other.
      }
    }
  }

  void ready(Swarm swarm) {
    try {
      if (key.isConnectable() && channel.finishConnect()) {
        key.interestOps(SelectionKey.OP_READ);
        write(ByteBuffer.wrap(Frame.ascii(ticket.request())));
      } else if (key.isReadable()) {
        read(swarm);
      }
    } catch (IOException gone) {
      lose();
    }
  }

  private void read(Swarm swarm) throws IOException {
    byte[] bytes = swarm.bytes();
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    int end = rest.length;
    var space = swarm.space().clear();
    space.limit(Math.min(space.capacity(), bytes.length - end));
    int got = channel.read(space);
    if (got < 0) {
      lose();
      return;
    }
    space.flip().get(bytes, end, got);
    end += got;
    int used = upgraded ? 0 : upgrade(swarm, bytes, end);
    if (upgraded) {
      used = frames(swarm, bytes, used, end);
    }
    rest = used == end ? NOTHING : Arrays.copyOfRange(bytes, used, end);
  }

  private int upgrade(Swarm swarm, byte[] bytes, int end) {
    int head = swarm.frame().at(bytes, 0, end).end(BLANK_LINE);
    if (head < 0) {
      return 0;
    }
    if (!swarm.frame().begins(UPGRADED)) {
      swarm.refused(swarm.frame().toString());
      lose();
      return end;
    }
    upgraded = true;
    return head;
  }

  private int frames(Swarm swarm, byte[] bytes, int start, int end) {
    int at = start;
    while (open && end - at >= 2) {
      int length = bytes[at + 1] & 127;
      int head = length < 126 ? 2 : length == 126 ? 4 : 10;
      if (end - at < head) {
        break;
      }
      for (int i = 2, n = 0; i < head; i++) {
        n = (n << 8) | (bytes[at + i] & 255);
        length = n;
      }
      if (end - at - head < length) {
        break;
      }
      at += head;
      take(swarm, bytes[at - head] & 15, swarm.frame().at(bytes, at, at + length));
      at += length;
    }
    return at;
  }

  private void take(Swarm swarm, int kind, Frame frame) {
    switch (kind) {
      case TEXT -> {
        if (welcomed == 0) {
          welcomed = swarm.now();
          swarm.in();
        }
        ear.heard(this, frame, swarm.now());
      }
      case PING -> write(frame(PONG, frame.copy()));
      case CLOSE -> lose();
      default -> {}
    }
  }

  private void lose() {
    if (open) {
      close();
      ear.lost(this);
    }
  }

  /// What a client says is small and rare: where the socket's buffer does not take it, it is stuck.
  private void write(ByteBuffer bytes) {
    try {
      if (open) {
        channel.write(bytes);
        if (bytes.hasRemaining()) {
          lose();
        }
      }
    } catch (IOException gone) {
      lose();
    }
  }

  private static ByteBuffer frame(int kind, byte[] text) {
    var bytes = ByteBuffer.allocate(8 + text.length).put((byte) (0x80 | kind));
    if (text.length < 126) {
      bytes.put((byte) (0x80 | text.length));
    } else {
      bytes.put((byte) (0x80 | 126)).putShort((short) text.length);
    }
    bytes.put(MASK);
    for (int i = 0; i < text.length; i++) {
      bytes.put((byte) (text[i] ^ MASK[i & 3]));
    }
    return bytes.flip();
  }
}
