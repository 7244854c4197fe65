package org.linkroom.chaos;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// One connection through a cable: each way a reader and a writer, and between them what is on its
/// way, in order and bounded, as in a real line.
final class Strand {
  private static final int PIECE = 16 * 1024;
  private static final int ON_THE_WAY = 64;

  private final Cable cable;
  private final Socket near;
  private final Socket far;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean deaf;

  /// Bytes that arrive at a moment of `System.nanoTime`; none at all is the end of the stream.
  private static final class Piece {
    private final byte[] bytes;
    private final long due;

    Piece(byte[] bytes, long due) {
      this.bytes = bytes;
      this.due = due;
    }
  }

  Strand(Cable cable, Socket near, Socket far) {
    this.cable = cable;
    this.near = near;
    this.far = far;
    this.deaf = cable.weather().swallow();
  }

  void start() {
    lay(near, far);
    lay(far, near);
  }

  private void lay(Socket from, Socket to) {
    var between = new ArrayBlockingQueue<Piece>(ON_THE_WAY);
    Thread.ofVirtual().start(() -> untilItBreaks(() -> read(from, between)));
    Thread.ofVirtual().start(() -> untilItBreaks(() -> write(between, to)));
  }

  private interface Work {
    void go() throws IOException, InterruptedException;
  }

  private void untilItBreaks(Work work) {
    try {
      work.go();
    } catch (IOException broken) {
      cut();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Socket from, BlockingQueue<Piece> between)
      throws IOException, InterruptedException {
    var buffer = new byte[PIECE];
    long last = System.nanoTime();
    for (int n = from.getInputStream().read(buffer);
        n >= 0;
        n = from.getInputStream().read(buffer)) {
      // What came later never overtakes.
      last = Math.max(last, System.nanoTime() + cable.nanosOnTheWay(cable.weather()));
      between.put(new Piece(Arrays.copyOf(buffer, n), last));
    }
    between.put(new Piece(new byte[0], last));
  }

  private void write(BlockingQueue<Piece> between, Socket to)
      throws IOException, InterruptedException {
    for (var piece = between.take(); piece.bytes.length > 0; piece = between.take()) {
      until(piece.due);
      var weather = cable.whenItMoves();
      if (deaf || over.get()) {
        continue;
      }
      if (weather.bytesASecond() == Long.MAX_VALUE) {
        to.getOutputStream().write(piece.bytes);
      } else {
        drip(piece.bytes, weather.bytesASecond(), to);
      }
    }
    if (!deaf) {
      end(to);
    }
  }

  private static void drip(byte[] bytes, long bytesASecond, Socket to) throws IOException {
    int step = Math.clamp(bytesASecond / 20, 1, PIECE);
    for (int at = 0; at < bytes.length; at += step) {
      int n = Math.min(step, bytes.length - at);
      until(System.nanoTime() + n * 1_000_000_000L / bytesASecond);
      to.getOutputStream().write(bytes, at, n);
    }
  }

  private static void until(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /// One end has closed its side; the other is told in the same way.
  private void end(Socket to) throws IOException {
    to.shutdownOutput();
    if (near.isOutputShutdown() && far.isOutputShutdown()) {
      close();
    }
  }

  /// From now on nothing arrives, whatever the weather is later.
  void deafen() {
    deaf = true;
  }

  private void close() throws IOException {
    if (over.compareAndSet(false, true)) {
      near.close();
      far.close();
      cable.forget(this);
    }
  }

  void cut() {
    if (over.compareAndSet(false, true)) {
      Cable.reset(near);
      Cable.reset(far);
      cable.forget(this);
    }
  }
}
