package org.linkroom.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One run of a Redis program, from its start to its end.
final class RedisRun {
  /// How long it may take to read its data; hours of classes are read in seconds.
  private static final Duration START = Duration.ofMinutes(5);

  private static final Duration STOP = Duration.ofSeconds(20);

  private final Process process;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile boolean accepts;
  private volatile String last = "";

  private RedisRun(Process process) {
    this.process = process;
  }

  /// Start the program; when this returns, Redis answers. The settings go in by its standard input:
  /// the password lies in no file but its own.
  static RedisRun start(Path program, String settings) throws IOException {
    var process = new ProcessBuilder(program.toString(), "-").redirectErrorStream(true).start();
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(settings);
    }
    var run = new RedisRun(process);
    Thread.ofVirtual().name("redis output").start(run::read);
    run.await();
    return run;
  }

  /// Its output is read to the end, or it would wait for us.
  private void read() {
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try (output) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line.isBlank() ? last : line.strip();
        if (line.contains("eady to accept connections")) {
          accepts = true;
          ready.countDown();
        }
      }
    } catch (IOException ended) {
      // It has ended.
    }
    ready.countDown();
  }

  private void await() throws IOException {
    try {
      if (ready.await(START.toSeconds(), TimeUnit.SECONDS) && accepts) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IOException("Redis did not start: " + last);
  }

  /// Wait until it has ended; the last that it said.
  String ended() {
    process.onExit().join();
    return last;
  }

  /// Stop it in order; by force, if it does not obey.
  void stop() {
    process.destroy();
    try {
      if (process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
