package org.linkroom.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// A TCP line of ours between two programs, which can be bad in every way that lines are: slow,
/// uneven, narrow, standing still, cut, or swallowing without a word. Whoever would reach the far
/// end connects to its port.
public final class Cable implements AutoCloseable {
  /// How a line treats what passes: each piece waits the delay and a random part of the jitter; no
  /// more than so many bytes a second get through; nothing moves while it is still; what it
  /// swallows never arrives.
  record Weather(
      Duration delay, Duration jitter, long bytesASecond, boolean still, boolean swallow) {
    static final Weather FINE =
        new Weather(Duration.ZERO, Duration.ZERO, Long.MAX_VALUE, false, false);
  }

  private final ServerSocket door;
  private final Set<Strand> strands = ConcurrentHashMap.newKeySet();
  private final RandomGenerator chance;
  private volatile int target;
  private volatile boolean refuses;
  private Weather weather = Weather.FINE;

  /// Lay one to a port of this machine.
  ///
  /// @param chance decides each piece's part of the jitter
  Cable(int target, RandomGenerator chance) {
    this.target = target;
    this.chance = chance;
    try {
      door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    Thread.ofVirtual().name("cable").start(this::take);
  }

  /// Where one connects to it.
  int port() {
    return door.getLocalPort();
  }

  /// Lead new connections to another port, as where a server came back elsewhere.
  void to(int port) {
    target = port;
  }

  private void take() {
    while (!door.isClosed()) {
      try {
        var near = door.accept();
        if (refuses) {
          reset(near);
        } else {
          Thread.ofVirtual().start(() -> join(near));
        }
      } catch (IOException over) {
        return;
      }
    }
  }

  private void join(Socket near) {
    var far = new Socket();
    try {
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
    } catch (IOException nobody) {
      reset(near);
      reset(far);
      return;
    }
    var strand = new Strand(this, near, far);
    strands.add(strand);
    if (refuses) {
      strand.cut();
    }
    strand.start();
  }

  void forget(Strand strand) {
    strands.remove(strand);
  }

  /// The weather now.
  synchronized Weather weather() {
    return weather;
  }

  /// How long a piece that comes now is on its way.
  long nanosOnTheWay(Weather now) {
    long jitter = now.jitter().toNanos();
    return now.delay().toNanos() + (jitter == 0 ? 0 : chance.nextLong(jitter));
  }

  /// Wait while nothing moves; give the weather in which it moves again.
  synchronized Weather whenItMoves() throws InterruptedException {
    while (weather.still()) {
      wait();
    }
    return weather;
  }

  private synchronized void become(Weather next) {
    weather = next;
    notifyAll();
  }

  /// Everything takes so much longer.
  void slow(Duration delay, Duration jitter) {
    become(new Weather(delay, jitter, Long.MAX_VALUE, false, false));
  }

  /// So many bytes a second get through on each connection, each way.
  void narrow(long bytesASecond) {
    become(new Weather(Duration.ZERO, Duration.ZERO, bytesASecond, false, false));
  }

  /// Nothing moves, and nothing is lost, until the weather is fine again.
  void stall() {
    become(new Weather(Duration.ZERO, Duration.ZERO, Long.MAX_VALUE, true, false));
  }

  /// Half-open: what is sent is taken and never arrives, for these connections for good.
  void swallow() {
    become(new Weather(Duration.ZERO, Duration.ZERO, Long.MAX_VALUE, false, true));
    strands.forEach(Strand::deafen);
  }

  /// Cut every connection, with a reset both ends see; new ones get through.
  void cut() {
    strands.forEach(Strand::cut);
  }

  /// Cut every connection and refuse new ones until the weather is fine again.
  void sever() {
    refuses = true;
    cut();
  }

  /// A good line again, for what is still connected and for what connects.
  void fine() {
    refuses = false;
    become(Weather.FINE);
  }

  /// How many connections it carries now.
  int connections() {
    return strands.size();
  }

  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // It is closed, which is what is wanted.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    fine();
    cut();
  }
}
