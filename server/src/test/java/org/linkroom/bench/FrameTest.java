package org.linkroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Reading a frame without taking it apart.
class FrameTest {
  private static final String PATCH =
      "{\"from\":17,\"v\":19,\"patch\":{\"lines\":{\"l4\":{\"by\":\"a1\",\"text\":\"41 xxx\"},"
          + "\"l5\":{\"by\":\"a2\",\"text\":\"42 yyy\"},\"l6\":{\"text\":\"no number\"}}}}";

  private final Frame frame = of(PATCH);

  private static Frame of(String text) {
    // It lies somewhere in a buffer that held something else before.
    var buffer = Frame.ascii("\"text\":\"7 old\"" + text + "\"text\":\"8 old\"");
    return new Frame().at(buffer, 14, 14 + text.length());
  }

  @Test
  void findsTheNumberOfEachLine() {
    var lines = new ArrayList<Long>();
    frame.lines(lines::add);
    assertThat(lines).isEqualTo(List.of(41L, 42L));
  }

  @Test
  void knowsHowItBeginsAndWhatItHas() {
    assertThat(frame.begins(Frame.ascii("{\"from\":"))).isTrue();
    assertThat(frame.begins(Frame.ascii("{\"welcome\""))).isFalse();
    assertThat(frame.has(Frame.ascii("\"a2\""))).isTrue();
    assertThat(frame.has(Frame.ascii("old"))).isFalse();
    assertThat(frame.toString()).isEqualTo(PATCH);
    assertThat(frame.length()).isEqualTo(PATCH.length());
  }

  @Test
  void tellsWhereWhatStandsBehindSomethingBegins() {
    var answer = of("HTTP/1.1 101 x\r\n\r\nrest");
    assertThat(answer.end(Frame.ascii("\r\n\r\n"))).isEqualTo(14 + 18);
    assertThat(answer.end(Frame.ascii("none"))).isEqualTo(-1);
    assertThat(new String(answer.copy(), java.nio.charset.StandardCharsets.US_ASCII))
        .endsWith("rest");
  }
}
