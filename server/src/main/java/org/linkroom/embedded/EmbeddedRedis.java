package org.linkroom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/// A real Redis on a free port of this machine, with a password. It writes each change to disk
/// before it answers, and never drops a key to make room. It stops by itself rather than answer for
/// what a full disk did not take; whenever it stopped by itself, it is started again as soon as
/// there is room.
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

  /// Bytes that must be free on its disk before it is started again.
  private static final long ROOM_BYTES = 16L * 1024 * 1024;

  private static final Duration AGAIN_FIRST = Duration.ofSeconds(1);
  private static final Duration AGAIN_MOST = Duration.ofSeconds(30);

  /// A run of this length was a good one: the next wait is the first again.
  private static final Duration GOOD_RUN = Duration.ofSeconds(30);

  private final Path folder;
  private final Path pidFile;
  private final Path program;
  private final String settings;
  private final String url;
  private final CountDownLatch closed = new CountDownLatch(1);
  private RedisRun run;

  private EmbeddedRedis(Path folder, int port) throws IOException {
    this.folder = folder;
    pidFile = folder.resolve("redis.pid").toAbsolutePath();
    var programs = Files.createDirectories(folder.resolve("programs"));
    program = ExecutableProvider.newJarResourceProvider(programs.toFile()).get().toPath();
    String password = Secrets.kept(folder.resolve("password"));
    settings =
        """
        port %d
        bind 127.0.0.1
        requirepass %s
        dir %s
        pidfile %s
        appendonly yes
        appendfsync always
        maxmemory-policy noeviction
        save ""
        """
            .formatted(port, password, quoted(folder.toAbsolutePath()), quoted(pidFile));
    url = "redis://:" + password + "@127.0.0.1:" + port;
    run = RedisRun.start(program, settings);
    Thread.ofVirtual().name("redis").start(this::watch);
  }

  private static String quoted(Path path) {
    return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /// Start one that keeps its data in a folder.
  public static EmbeddedRedis start(Path folder) {
    try {
      return start(folder, freePort());
    } catch (IOException fault) {
      throw new UncheckedIOException("There is no free port for the embedded Redis", fault);
    }
  }

  /// Start one on a port of one's choice, as where it was before.
  public static EmbeddedRedis start(Path folder, int port) {
    try {
      Files.createDirectories(folder);
      LeftBehind.stop(folder.resolve("redis.pid").toAbsolutePath(), "redis");
      return new EmbeddedRedis(folder, port);
    } catch (IOException fault) {
      throw new UncheckedIOException("The embedded Redis did not start", fault);
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Where it is.
  public String url() {
    return url;
  }

  private void watch() {
    Duration wait = AGAIN_FIRST;
    while (true) {
      long began = System.nanoTime();
      String last = run.ended();
      if (isClosed(Duration.ZERO)) {
        return;
      }
      LOG.warn("redis=stopped why=\"{}\"", last);
      boolean good = System.nanoTime() - began > GOOD_RUN.toNanos();
      wait = good ? AGAIN_FIRST : wait;
      boolean started = false;
      while (!started) {
        if (isClosed(wait)) {
          return;
        }
        if (taken()) {
          LOG.warn("redis=left why=\"another run has its data\"");
          return;
        }
        started = room() && again();
        wait = wait.multipliedBy(2).compareTo(AGAIN_MOST) < 0 ? wait.multipliedBy(2) : AGAIN_MOST;
      }
    }
  }

  private boolean isClosed(Duration within) {
    try {
      return closed.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// A later run may have taken the folder over.
  private boolean taken() {
    return LeftBehind.running(pidFile, "redis").isPresent();
  }

  private boolean room() {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < ROOM_BYTES) {
        LOG.warn("redis=waits why=\"the disk is full\" free={}", free);
      }
      return free >= ROOM_BYTES;
    } catch (IOException unknown) {
      return true;
    }
  }

  private synchronized boolean again() {
    if (closed.getCount() == 0) {
      return true;
    }
    try {
      run = RedisRun.start(program, settings);
      LOG.info("redis=started again");
      return true;
    } catch (IOException fault) {
      LOG.warn("redis=waits why=\"{}\"", fault.getMessage());
      return false;
    }
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    run.stop();
  }
}
