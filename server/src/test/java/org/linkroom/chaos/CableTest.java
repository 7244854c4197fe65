package org.linkroom.chaos;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The line itself: bad in the way that it is told to be, and in no other.
class CableTest {
  private static final int LONG_MS = 5000;
  private static final int SHORT_MS = 300;

  private ServerSocket echo;
  private Cable cable;

  @BeforeEach
  void lay() throws Exception {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    cable = new Cable(echo.getLocalPort(), new SplittableRandom(1));
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        var one = echo.accept();
        Thread.ofVirtual().start(() -> answer(one));
      } catch (IOException over) {
        return;
      }
    }
  }

  private static void answer(Socket one) {
    try (one) {
      one.getInputStream().transferTo(one.getOutputStream());
    } catch (IOException broken) {
      // The line broke; there is nobody to tell.
    }
  }

  @AfterEach
  void close() throws Exception {
    cable.close();
    echo.close();
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), cable.port());
    socket.setSoTimeout(LONG_MS);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), US_ASCII);
  }

  private static long millis(Work work) throws IOException {
    long start = System.nanoTime();
    work.go();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private interface Work {
    void go() throws IOException;
  }

  @Test
  void aGoodLineCarriesAllInOrderAndEndsAsItsEndsDo() throws Exception {
    try (var socket = connect()) {
      String much = "0123456789".repeat(100_000);
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  send(socket, much);
                  socket.shutdownOutput();
                } catch (IOException broken) {
                  // The reading end sees that something is missing.
                }
              });
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII)).isEqualTo(much);
    }
  }

  @Test
  void aSlowLineTakesItsTimeEachWayAndKeepsTheOrder() throws Exception {
    cable.slow(Duration.ofMillis(50), Duration.ofMillis(50));
    try (var socket = connect()) {
      long took =
          millis(
              () -> {
                for (int i = 0; i < 10; i++) {
                  send(socket, "piece " + i + ";");
                }
                assertThat(read(socket, 80))
                    .startsWith("piece 0;piece 1;piece 2;")
                    .endsWith("piece 9;");
              });
      assertThat(took).isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void aStalledLineLosesNothing() throws Exception {
    try (var socket = connect()) {
      send(socket, "one");
      assertThat(read(socket, 3)).isEqualTo("one");
      cable.stall();
      send(socket, "two");
      socket.setSoTimeout(SHORT_MS);
      assertThatThrownBy(() -> read(socket, 3)).isInstanceOf(SocketTimeoutException.class);
      cable.fine();
      socket.setSoTimeout(LONG_MS);
      assertThat(read(socket, 3)).isEqualTo("two");
    }
  }

  @Test
  void aHalfOpenLineSwallowsForGoodAndANewOneIsGoodAgain() throws Exception {
    try (var socket = connect()) {
      send(socket, "one");
      assertThat(read(socket, 3)).isEqualTo("one");
      cable.swallow();
      send(socket, "two");
      cable.fine();
      send(socket, "three");
      socket.setSoTimeout(SHORT_MS);
      assertThatThrownBy(() -> read(socket, 3)).isInstanceOf(SocketTimeoutException.class);
      try (var next = connect()) {
        send(next, "four");
        assertThat(read(next, 4)).isEqualTo("four");
      }
    }
  }

  @Test
  void aCutLineIsResetAndANewOneGetsThroughUnlessItIsSevered() throws Exception {
    try (var socket = connect()) {
      send(socket, "one");
      assertThat(read(socket, 3)).isEqualTo("one");
      cable.cut();
      assertThatThrownBy(() -> read(socket, 1)).isInstanceOf(IOException.class);
    }
    assertThat(cable.connections()).isZero();
    cable.sever();
    try (var refused = connect()) {
      assertThatThrownBy(() -> throwAtEnd(read(refused, 1))).isInstanceOf(IOException.class);
    }
    cable.fine();
    try (var next = connect()) {
      send(next, "two");
      assertThat(read(next, 3)).isEqualTo("two");
    }
  }

  private static void throwAtEnd(String read) throws IOException {
    if (read.isEmpty()) {
      throw new IOException("closed");
    }
  }

  @Test
  void aNarrowLineCarriesSoManyBytesASecond() throws Exception {
    cable.narrow(20_000);
    try (var socket = connect()) {
      long took =
          millis(
              () -> {
                send(socket, "0123456789".repeat(400));
                assertThat(read(socket, 4000)).hasSize(4000);
              });
      assertThat(took).isGreaterThanOrEqualTo(200);
    }
  }
}
