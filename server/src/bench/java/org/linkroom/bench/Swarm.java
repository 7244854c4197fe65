package org.linkroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Thousands of clients on one thread and one selector, with next to no work for each frame: it
/// shares the cores with what it measures. Everything about a client happens on that thread;
/// others ask by [#on].
final class Swarm implements AutoCloseable {
  private static final int BYTES = 4 * 1024 * 1024;
  private static final int READ = 512 * 1024;

  /// What is due in less than these nanoseconds is not slept for.
  private static final long SOON = 200_000;

  private final Selector selector;
  private final Thread thread = new Thread(this::turn, "swarm");
  private final ConcurrentLinkedQueue<Runnable> asked = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Due> dues = new PriorityQueue<>();
  private final AtomicInteger in = new AtomicInteger();
  private final List<Client> clients = new ArrayList<>();
  private final byte[] bytes = new byte[BYTES];
  private final ByteBuffer space = ByteBuffer.allocateDirect(READ);
  private final Frame frame = new Frame();
  private volatile boolean closed;
  private volatile String refusal = "";
  private long now;

  private record Due(long at, long order, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      long first = at == other.at ? order - other.order : at - other.at;
      return Long.signum(first);
    }
  }

  private long order;

  private Swarm() throws IOException {
    selector = Selector.open();
  }

  static Swarm start() throws IOException {
    var swarm = new Swarm();
    swarm.thread.start();
    return swarm;
  }

  Selector selector() {
    return selector;
  }

  byte[] bytes() {
    return bytes;
  }

  ByteBuffer space() {
    return space;
  }

  Frame frame() {
    return frame;
  }

  /// When this turn's frames were taken up, by `System.nanoTime()`.
  long now() {
    return now;
  }

  /// Another client has heard its first frame.
  void in() {
    in.incrementAndGet();
  }

  /// A socket was not opened; the last answer is kept, for the message.
  void refused(String answer) {
    refusal = answer.lines().findFirst().orElse("");
  }

  /// Ask on the swarm's thread and wait for the answer.
  <T> T on(Callable<T> question) {
    var answer = new CompletableFuture<T>();
    asked.add(
        () -> {
          try {
            answer.complete(question.call());
          } catch (Exception fault) {
            answer.completeExceptionally(fault);
          }
        });
    selector.wakeup();
    return answer.orTimeout(1, TimeUnit.MINUTES).join();
  }

  /// Do something on the swarm's thread at a reading of `System.nanoTime()`. Only from that thread.
  void at(long nanos, Runnable what) {
    dues.add(new Due(nanos, order++, what));
  }

  /// Do something so often a second, from now on and so many times, by the clock and not by when
  /// the last one was done. It is told which time it is.
  void often(double perSecond, int times, IntConsumer beat) {
    on(
        () -> {
          next(new Timing(System.nanoTime(), 1e9 / perSecond, times), 0, beat);
          return null;
        });
  }

  private record Timing(long from, double every, int times) {
    long due(int time) {
      return from + (long) (time * every);
    }
  }

  private void next(Timing timing, int time, IntConsumer beat) {
    if (time < timing.times()) {
      at(
          timing.due(time),
          () -> {
            beat.accept(time);
            next(timing, time + 1, beat);
          });
    }
  }

  /// Send one client in. Only on the swarm's thread.
  Client dial(int number, Ticket ticket, Ear ear, int receiveBuffer) {
    try {
      var client = new Client(this, number, ticket, ear, receiveBuffer);
      clients.add(client);
      return client;
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /// Send clients in, so many a second, and wait until each has its welcome.
  List<Client> bring(List<Ticket> tickets, double perSecond, Ear ear) throws InterruptedException {
    var brought = new ArrayList<Client>();
    int wanted = in.get() + tickets.size();
    often(perSecond, tickets.size(), i -> brought.add(dial(i, tickets.get(i), ear, 0)));
    Patience.until(() -> "all are in " + refusal, () -> in.get() >= wanted);
    return on(() -> List.copyOf(brought));
  }

  /// Let some go, as when a window is closed.
  void dismiss(List<Client> some) {
    on(
        () -> {
          some.forEach(Client::close);
          clients.removeAll(new HashSet<>(some));
          return null;
        });
  }

  private void turn() {
    while (!closed) {
      try {
        await();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      now = System.nanoTime();
      for (Runnable task = asked.poll(); task != null; task = asked.poll()) {
        task.run();
      }
      while (!dues.isEmpty() && dues.peek().at() <= System.nanoTime()) {
        dues.poll().what().run();
      }
    }
    clients.forEach(Client::close);
  }

  private void await() throws IOException {
    long until = dues.isEmpty() ? Long.MAX_VALUE : dues.peek().at() - System.nanoTime();
    if (!asked.isEmpty() || until < SOON) {
      selector.selectNow(this::ready);
    } else {
      selector.select(this::ready, Math.clamp(until / 1_000_000, 1, 100));
    }
  }

  private void ready(SelectionKey key) {
    now = System.nanoTime();
    ((Client) key.attachment()).ready(this);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }
}
