package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.REED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.LinkUp;

/// Commands decided together.
class BatchTest {
  private final Map<String, Optional<Refusal>> answers = new LinkedHashMap<>();

  @Test
  void commandsAreDecidedInOrderAndNobodyIsAnsweredBeforeTheCommit() {
    var linkUp = lobby();
    var batch =
        Batch.decide(
            linkUp.room(),
            List.of(
                asked(KHAN, "k", 1, new SideCommand.Ready()),
                asked(KHAN, "k", 2, new SideCommand.Promised(Promise.WIDE)),
                asked(REED, "r", 1, new SideCommand.Uncover()),
                asked(KHAN, "k", 3, new SideCommand.Ready())),
            linkUp.now());
    assertThat(answers).isEmpty();
    batch.answer();
    assertThat(answers)
        .containsExactly(
            Map.entry("k1", Optional.of(Refusal.NO_PROMISE)),
            Map.entry("k2", Optional.empty()),
            Map.entry("r1", Optional.empty()),
            Map.entry("k3", Optional.empty()));
    assertThat(batch.room().sides().get(OAK)).matches(Side::ready);
    assertThat(batch.lines()).extracting(Line::what).containsExactly("promise.make", "ready.say");
    assertThat(batch.tabs())
        .containsExactly(
            new RoomStore.Tab("k", "1=NO_PROMISE;2=ok;3=ok"), new RoomStore.Tab("r", "1=ok"));
  }

  @Test
  void theServersCommandsLeaveNoNumbers() {
    var linkUp = lobby();
    var tick = Asked.server(new ServerCommand.Tick(), answer -> answers.put("tick", answer));
    var batch = Batch.decide(linkUp.room(), List.of(tick), linkUp.now());
    assertThat(batch.tabs()).isEmpty();
    assertThat(batch.room()).isSameAs(linkUp.room());
    assertThat(batch.without(Map.of("", "0=ok"))).containsExactly(tick);
  }

  @Test
  void aRepeatGetsItsFirstAnswerAndWhatWasNeverKeptIsDecidedAgain() {
    var linkUp = lobby();
    var all = new ArrayList<Asked>();
    for (int n = 6; n <= 9; n++) {
      all.add(asked(KHAN, "k", n, new SideCommand.Ready()));
    }
    var rest =
        Batch.decide(linkUp.room(), all, linkUp.now())
            .without(Map.of("k", "6=ok;8=NO_PROMISE", "other", "7=ok"));
    assertThat(answers)
        .containsExactly(
            Map.entry("k6", Optional.empty()), Map.entry("k8", Optional.of(Refusal.NO_PROMISE)));
    assertThat(rest).containsExactly(all.get(1), all.get(3));
  }

  private Asked asked(Member member, String tab, long n, Command.FromPerson command) {
    return new Asked(member, command, tab, n, answer -> answers.put(tab + n, answer));
  }

  private static LinkUp lobby() {
    return LinkUp.ofTwo().comes(KHAN, REED);
  }
}
