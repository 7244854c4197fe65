package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ASSISTANT;
import static org.linkroom.testing.Cast.COVER;
import static org.linkroom.testing.Cast.FACILITATOR;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.OAK_BOARD;
import static org.linkroom.testing.Cast.OAK_PHONE;
import static org.linkroom.testing.Cast.OAK_TABLET;
import static org.linkroom.testing.Cast.OBSERVER;
import static org.linkroom.testing.Cast.REED;
import static org.linkroom.testing.Cast.device;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.linkroom.testing.LinkUp;

/// The whole matrix: every command, said by everybody who can be in a room. The room is on the air;
/// Oak is asked for by Elm's adult; Oak's tablet "late" waits, its tablet "sentout" was sent out.
class WhoMaySayTest {
  private static final List<Member> COLUMNS =
      List.of(
          KHAN_LAPTOP,
          KHAN,
          COVER,
          ASSISTANT,
          OAK_BOARD,
          OAK_TABLET,
          OAK_PHONE,
          REED,
          FACILITATOR,
          OBSERVER);

  /// One row a command: its fields, and the answers. "may" is ok; "no" is not.allowed.
  private static final String TABLE =
      """
      command        | fields                                           | own | board | cover | helper | device | tablet | phone | partner        | facilitator | observer
      ready.say      | {}                                               | may | may   | may   | may    | no     | no     | no    | may            | no          | no
      ready.unsay    | {}                                               | may | may   | may   | may    | no     | no     | no    | may            | no          | no
      promise.make   | {"promise":"hands"}                              | may | may   | may   | may    | no     | no     | no    | may            | no          | no
      cover.on       | {}                                               | may | may   | may   | may    | may    | may    | may   | may            | may         | may
      cover.off      | {}                                               | may | may   | may   | may    | no     | no     | no    | may            | no          | no
      mic.mute       | {"side":"oak000000000"}                          | may | may   | may   | may    | no     | no     | no    | may            | may         | no
      mic.unmute     | {"side":"oak000000000"}                          | may | may   | may   | may    | no     | no     | no    | not.yours      | not.yours   | no
      camera.stop    | {"side":"oak000000000"}                          | may | may   | may   | may    | no     | no     | no    | may            | may         | no
      camera.start   | {"side":"oak000000000"}                          | may | may   | may   | may    | no     | no     | no    | not.yours      | not.yours   | no
      lead.hand      | {"device":"coverlaptop0"}                        | may | may   | may   | may    | no     | no     | no    | device.unknown | no          | no
      device.admit   | {"device":"late00000000","mic":false,"cam":false}| may | may   | may   | may    | no     | no     | no    | device.unknown | no          | no
      device.refuse  | {"device":"late00000000"}                        | may | may   | may   | may    | no     | no     | no    | device.unknown | no          | no
      device.letall  | {}                                               | may | may   | may   | may    | no     | no     | no    | may            | no          | no
      device.give    | {"device":"oakphone0000","mic":true,"cam":false} | may | may   | may   | may    | no     | no     | no    | device.unknown | no          | no
      device.remove  | {"device":"oaktablet000"}                        | may | may   | may   | may    | no     | no     | no    | not.yours      | no          | no
      device.back    | {"device":"sentout00000"}                        | may | may   | may   | may    | no     | no     | no    | device.unknown | no          | no
      room.lock      | {}                                               | may | may   | may   | may    | no     | no     | no    | may            | may         | no
      room.unlock    | {}                                               | may | may   | may   | may    | no     | no     | no    | may            | may         | no
      room.end       | {}                                               | may | may   | may   | may    | no     | no     | no    | may            | may         | no
      note.say       | {"text":"Hello"}                                 | may | may   | may   | may    | no     | no     | no    | may            | may         | may
      line.poor      | {}                                               | may | may   | may   | may    | may    | may    | may   | may            | may         | may
      line.good      | {}                                               | may | may   | may   | may    | may    | may    | may   | may            | may         | may
      key.seen       | {"about":"elm000000000","seen":true}             | question.gone | question.gone | question.gone | question.gone | no | no | no | question.gone | no | no
      lesson.next    | {"from":"start"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      lesson.back    | {"from":"start"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      lesson.skip    | {"from":"start","to":"s1"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      lesson.minute  | {"from":"start"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      lesson.pause   | {} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      lesson.go      | {} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      lesson.down    | {} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      lesson.up      | {} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      cards.turn     | {"segment":"s0","to":1} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      question.air   | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      question.answered | {"segment":"s0","question":"asked0000000","yes":true} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      question.join  | {"segment":"s0","question":"asked0000000","into":"other0000000"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      show.whose     | {"segment":"s0","class":"oak000000000"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      show.both      | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      cards.sign     | {"segment":"s0","class":"oak000000000"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      cards.unsign   | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      show.wall      | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      show.picture   | {"segment":"s0","to":0} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      talk.pass      | {"segment":"s0","turn":0} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      talk.swap      | {"segment":"s0","half":2} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      talk.follow    | {"segment":"s0","on":true} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      game.turn      | {"segment":"s0","to":1} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      game.start     | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      game.stop      | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      vote.again     | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | lesson.none | no
      checkin.count  | {"segment":"s0","counts":{}} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      question.approve | {"segment":"s0","question":"asked0000000","sure":true} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      question.drop  | {"segment":"s0","question":"asked0000000"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      together.write | {"segment":"s0","kind":"same","text":"x","sure":true} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      together.drop  | {"segment":"s0","entry":"entry0000000"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      vote.count     | {"segment":"s0","voters":1,"hands":{}} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      ballot.tablets | {"segment":"s0","on":true} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      ballot.close   | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      ballot.cast    | {"segment":"s0","marks":["a"]} | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none
      talk.heard     | {"segment":"s0","seconds":3} | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none
      draw.clear     | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | no | no | no | lesson.none | no | no
      draw.line      | {"segment":"s0","line":"0a1z"} | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none
      draw.undo      | {"segment":"s0","stroke":"stroke000000"} | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none
      question.write | {"segment":"s0","group":"","text":"x","sure":true} | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none
      talk.want      | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none
      talk.unwant    | {"segment":"s0"} | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none | lesson.none
      rehearsal.say  | {"text":"Hello"}                                 | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere
      rehearsal.cue  | {}                                               | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere | command.elsewhere
      """;

  record Said(String command, String fields, Member member, String answer) {
    @Override
    public String toString() {
      return member.name() + " (" + member.device() + ") says " + command + ": " + answer;
    }
  }

  static Stream<Said> everybodySaysEverything() {
    return TABLE
        .lines()
        .skip(1)
        .map(row -> Stream.of(row.split("\\|")).map(String::strip).toList())
        .flatMap(
            row ->
                Stream.iterate(0, i -> i < COLUMNS.size(), i -> i + 1)
                    .map(i -> new Said(row.get(0), row.get(1), COLUMNS.get(i), row.get(2 + i))));
  }

  @ParameterizedTest
  @MethodSource
  void everybodySaysEverything(Said said) {
    var command = Commands.read(said.command(), frame(said.fields())).orElseThrow();
    String answer = room().answer(said.member(), command).map(Refusal::code).orElse("may");
    assertThat(answer.equals("not.allowed") ? "no" : answer).isEqualTo(said.answer());
  }

  @Test
  void theTableNamesEveryCommand() {
    var named = new TreeSet<String>();
    everybodySaysEverything().forEach(said -> named.add(said.command()));
    assertThat(named).isEqualTo(new TreeSet<>(Commands.names()));
  }

  @Test
  void nobodyWhoIsNotInSaysAnything() {
    var linkUp = room();
    var outsiders =
        Map.of(
            device("late", OAK, DeviceKind.TABLET), Room.Standing.ASKING,
            device("sentout", OAK, DeviceKind.TABLET), Room.Standing.REMOVED,
            device("never", OAK, DeviceKind.BOARD), Room.Standing.UNKNOWN);
    outsiders.forEach(
        (member, standing) -> {
          assertThat(linkUp.standing(member)).isEqualTo(standing);
          assertThat(linkUp.answer(member, new SideCommand.Cover())).contains(Refusal.NOT_IN);
        });
  }

  @Test
  void aMemberOfAClassThatIsNotOfThisRoomIsUnknown() {
    var stranger = device("stranger", id("beech"), DeviceKind.BOARD);
    var linkUp = room();
    assertThat(linkUp.answer(new ServerCommand.Came(stranger))).contains(Refusal.NOT_YOURS);
    assertThat(linkUp.answer(stranger, new SideCommand.Cover())).contains(Refusal.NOT_IN);
  }

  private static LinkUp room() {
    var sentOut = device("sentout", OAK, DeviceKind.TABLET);
    return LinkUp.live()
        .comes(KHAN_LAPTOP, COVER, ASSISTANT, FACILITATOR, OBSERVER)
        .comes(OAK_BOARD, OAK_TABLET, OAK_PHONE, sentOut)
        .says(KHAN, new DeviceCommand.Refuse(sentOut.device()))
        .says(KHAN, new DeviceCommand.Admit(OAK_BOARD.device(), false, false))
        .says(KHAN, new DeviceCommand.Admit(OAK_TABLET.device(), false, false))
        .says(KHAN, new DeviceCommand.Admit(OAK_PHONE.device(), false, false))
        .comes(device("late", OAK, DeviceKind.TABLET));
  }

  private static ObjectNode frame(String fields) {
    return (ObjectNode) Wire.read(fields).orElseThrow();
  }
}
