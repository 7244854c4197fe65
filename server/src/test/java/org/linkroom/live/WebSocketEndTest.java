package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.testing.RawSocket;

/// The rules of a WebSocket (RFC 6455), one by one, as nobody keeps them. `mvn -Pautobahn` runs the
/// whole of the suite that these are the short form of.
class WebSocketEndTest {
  private static EchoServer server;

  @BeforeAll
  static void start() {
    server = new EchoServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RawSocket open() {
    var socket = RawSocket.connect(server.port()).send(RawSocket.upgrade("/", Map.of()));
    assertThat(socket.status()).isEqualTo(101);
    return socket;
  }

  /// "81:hi" is a masked frame of that first byte; "x" before a payload means hex, "bare" no mask,
  /// "raw" bytes as they are.
  private static byte[] bytes(String script) {
    var all = new ByteArrayOutputStream();
    for (String one : script.split(" ")) {
      String[] parts = one.split(":", -1);
      String text = parts[parts.length - 1];
      var payload =
          text.startsWith("x")
              ? HexFormat.of().parseHex(text.substring(1))
              : text.getBytes(StandardCharsets.UTF_8);
      int head = parts[0].equals("raw") ? 0 : HexFormat.fromHexDigits(parts[parts.length - 2]);
      all.writeBytes(
          switch (parts[0]) {
            case "raw" -> payload;
            case "bare" -> RawSocket.bare(head, payload);
            default -> RawSocket.frame(head, payload);
          });
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a frame without a mask                | bare:81:hi           | 1002",
        "a bit that nothing was agreed for     | c1:hi                | 1002",
        "a kind of message that is none        | 83:hi                | 1002",
        "a kind of control that is none        | 8b:hi                | 1002",
        "a ping in pieces                      | 09:hi                | 1002",
        "a goodbye in pieces                   | 08:x03e8             | 1002",
        "a ping with a long length             | raw:x89fe007e        | 1002",
        "a piece of nothing                    | 80:hi                | 1002",
        "a message within another              | 01:hi 81:hi          | 1002",
        "a length that takes more than it must | raw:x81fe0005        | 1002",
        "a length below nothing                | raw:x81ffffffffffffffffff | 1002",
        "a length beyond all bounds            | raw:x81ff000000007fffffff | 1009",
        "a goodbye of one byte                 | 88:x03               | 1002",
        "a goodbye with no code                | 88:                  | 1000",
        "a goodbye with a code                 | 88:x03e8             | 1000",
        "a goodbye with an own code            | 88:x0fa0             | 4000",
        "a goodbye with a code too low         | 88:x03e7             | 1002",
        "a goodbye with a code that is kept    | 88:x03ec             | 1002",
        "a goodbye that no frame may hold      | 88:x03ed             | 1002",
        "a goodbye that is a cut line          | 88:x03ee             | 1002",
        "a goodbye between the ranges          | 88:x0bb7             | 1002",
        "a goodbye in broken letters           | 88:x03e8cebaff       | 1007",
        "a text in broken letters              | 81:xceba80           | 1007",
        "a letter written too long             | 81:xc0af             | 1007",
        "half of a letter                      | 81:xeda080           | 1007",
        "a letter beyond all letters           | 81:xf4908080         | 1007",
        "a text that ends in a letter          | 81:xe282             | 1007",
        "a broken letter in the first piece    | 01:xff               | 1007",
        "a broken letter across two pieces     | 01:xe2 00:x28        | 1007",
        "a broken letter in the last piece     | 01:hi 80:xff         | 1007",
      })
  void whatBreaksTheRulesEndsTheSocketWithItsCode(String what, String sent, int code) {
    try (var socket = open()) {
      socket.send(bytes(sent));
      assertThat(socket.goodbye()).as(what).isEqualTo(code);
      assertThat(socket.atEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"88:x03e8", "83:bad", "81:xff", "bare:81:hi"})
  void afterAnEndNothingMoreIsHeardOrSaid(String end) {
    try (var socket = open()) {
      socket.send(bytes("81:before " + end + " 81:after 89:after 01:after 88:x0fa0"));
      assertThat(socket.next()).isEqualTo(new RawSocket.Frame(RawSocket.TEXT, "before"));
      assertThat(socket.next().head()).isEqualTo(RawSocket.CLOSE);
      assertThat(socket.atEnd()).isTrue();
    }
  }

  @Test
  void aPingIsAnsweredInTheMiddleOfAMessage() {
    try (var socket = open()) {
      socket.send(bytes("01:xe2 89:are-you-there 00:x82 8a:alone 80:xac21"));
      assertThat(socket.next()).isEqualTo(new RawSocket.Frame(RawSocket.PONG, "are-you-there"));
      assertThat(socket.next().text()).isEqualTo("€!");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 128, 65_535, 65_536, 1_000_000})
  void aMessageOfAnySizeArrivesWholeHoweverItIsCut(int size) {
    var frame = RawSocket.frame(RawSocket.TEXT, "a".repeat(size).getBytes(StandardCharsets.UTF_8));
    try (var socket = open()) {
      int step = Math.max(1, frame.length / 7);
      for (int at = 0; at < frame.length; at += step) {
        socket.send(Arrays.copyOfRange(frame, at, Math.min(frame.length, at + step)));
      }
      assertThat(socket.next().payload()).hasSize(size);
    }
  }

  @Test
  void aFrameInTheRequestsOwnPacketIsHeardAfterTheAnswer() {
    try (var socket = RawSocket.connect(server.port())) {
      var both = new ByteArrayOutputStream();
      both.writeBytes(RawSocket.upgrade("/", Map.of()).getBytes(StandardCharsets.US_ASCII));
      both.writeBytes(bytes("81:early 81:again"));
      socket.send(both.toByteArray());
      assertThat(socket.status()).isEqualTo(101);
      assertThat(socket.next().payload()).isEqualTo("early");
      assertThat(socket.next().payload()).isEqualTo("again");
    }
  }

  @Test
  void whoNeverAnswersAGoodbyeIsNotWaitedForLong() {
    try (var socket = open()) {
      socket.send(bytes("83:bad"));
      assertThat(socket.goodbye()).isEqualTo(1002);
      assertThat(socket.atEnd()).isTrue();
      // The other end stays open and says nothing: the server's count of sockets still goes down.
      assertThat(server.gone()).succeedsWithin(Duration.ofSeconds(5));
    }
  }
}
