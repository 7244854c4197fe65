package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.room.Figures;
import org.linkroom.room.Frame;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.TestClock;

/// A page that reads slowly, or not at all.
class LivePageTest {
  private final TestClock clock = new TestClock();
  private final Line line = new Line();

  /// Nothing here comes as far as a room.
  @SuppressWarnings("NullAway")
  private final LivePage page =
      new LivePage(
          line, pass(), new Live(null, null, new Figures(new SimpleMeterRegistry()), clock), 0);

  private static Pass pass() {
    return new DemoSession.Side(Id.random(), Id.random(), Id.random()).board();
  }

  /// A line that takes what a test says, and keeps what it was given.
  private static final class Line implements Transport {
    private final List<String> sent = new ArrayList<>();
    private boolean full;
    private @Nullable Goodbye ended;

    @Override
    public Executor loop() {
      return Runnable::run;
    }

    @Override
    public boolean full() {
      return full;
    }

    @Override
    public void send(Frame frame) {
      sent.add(frame.text());
    }

    @Override
    public void send(String text) {
      sent.add(text);
    }

    @Override
    public void ping() {}

    @Override
    public void end(String text, Goodbye why) {
      ended = why;
    }

    int bytes() {
      return sent.stream().mapToInt(String::length).sum();
    }
  }

  private boolean show(String name) {
    var frame = Frame.of(JsonNodeFactory.instance.objectNode().put(name, 1));
    try {
      return page.show(frame);
    } finally {
      frame.release();
    }
  }

  private static ObjectNode answer() {
    return JsonNodeFactory.instance.objectNode().put("ok", 1).put("more", "x".repeat(400));
  }

  @Test
  void whatAFullLineMissedIsNotSentLaterInPieces() {
    assertThat(show("first")).isTrue();
    line.full = true;
    assertThat(show("missed")).isFalse();
    line.full = false;
    assertThat(show("next")).isFalse();
    assertThat(line.sent).containsExactly("{\"first\":1}");
    assertThat(line.ended).isNull();
  }

  @Test
  void aLineThatIsFullForTooLongIsLetGoToComeBack() {
    line.full = true;
    show("missed");
    clock.pass(Limits.SLOW_FOR);
    assertThat(line.ended).isNull();
    clock.pass(Limits.SLOW_FOR);
    show("missed");
    assertThat(line.ended).isEqualTo(Goodbye.SLOW);
  }

  @Test
  void answersAreNeverLeftOutAndYetBounded() {
    line.full = true;
    int asked = 0;
    for (; line.ended == null && asked < 10_000; asked++) {
      page.answer(answer());
    }
    assertThat(line.ended).isEqualTo(Goodbye.SLOW);
    assertThat(line.sent).hasSize(asked - 1);
    assertThat(line.bytes()).isLessThanOrEqualTo(Limits.ANSWERS_BYTES);
  }

  @Test
  void whoSendsAndNeverReadsIsBoundedWhateverItSends() {
    line.full = true;
    var at = Instant.now();
    for (int i = 0; line.ended == null && i < 100_000; i++) {
      clock.set(at.plusMillis(100L * i));
      page.read("nonsense");
    }
    assertThat(line.ended).isEqualTo(Goodbye.SLOW);
    assertThat(line.bytes()).isLessThanOrEqualTo(Limits.ANSWERS_BYTES);
  }

  @Test
  void aClockThatIsNoNumberOrNoFiniteOneIsNotAnswered() {
    for (String t0 : List.of("1e999", "-1e999", "null", "{}", "\"now\"")) {
      page.read("{\"clock\":{\"t0\":" + t0 + "}}");
    }
    assertThat(line.sent).hasSize(5).allMatch(text -> text.contains("frame.malformed"));
  }

  @Test
  void aFrameNestedDeeperThanAPageNestsIsNotRead() {
    page.read("{\"do\":".repeat(10_000));
    page.read("{\"at\":" + "[".repeat(40) + "]".repeat(40) + "}");
    assertThat(line.sent).hasSize(2).allMatch(text -> text.contains("frame.malformed"));
  }

  @Test
  void aNumberIsAWholeOneThatAScriptCanCountTo() {
    for (String n : List.of("0", "-1", "1.5", "\"1\"", "9007199254740992", "1e3", "null")) {
      page.read("{\"do\":\"ready.say\",\"tab\":\"tabtabtab\",\"n\":" + n + "}");
    }
    assertThat(line.sent).hasSize(7).allMatch(text -> text.contains("frame.malformed"));
  }
}
