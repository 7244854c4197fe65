package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Place;
import org.linkroom.protocol.Screen;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestNode;

/// A great room on two nodes: who is told of whom, and what becomes of many.
class GatheringTest {
  private static final Id PROGRAMME = Id.random();
  private static TestNode one;
  private static TestNode two;

  private final Id room = TestNode.rehearsal();

  @BeforeAll
  static void start() {
    String database = Servers.database();
    one = TestNode.start(Servers.redis(), database);
    two = TestNode.start(Servers.redis(), database);
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  private Pass pass(Id classId, Place place) {
    return new Pass(
        room,
        Id.random(),
        classId,
        null,
        "Board",
        PassRole.DEVICE,
        Screen.CLASS,
        DeviceKind.BOARD,
        false,
        Instant.now().plusSeconds(3600),
        place);
  }

  private FakePage comes(TestNode node, Id classId, Place place) {
    return FakePage.joins(node.rooms(), pass(classId, place));
  }

  private static FakePage counts(FakePage page, int many) {
    return page.until(many + " here", is -> is.here().path("count").asInt() == many);
  }

  @Test
  void twoDevicesOfAClassAreOneMemberWhicheverNodeTheyCameTo() {
    var place = new Place(PROGRAMME, Id.random(), Id.random());
    var oak = Id.random();
    var board = comes(one, oak, place);
    counts(board, 1);
    var tablet = comes(two, oak, place);
    var elm = comes(two, Id.random(), place);
    counts(board, 2);
    counts(elm, 2);
    assertThat(board.here().at("/programmes/" + PROGRAMME).asInt()).isEqualTo(2);
    assertThat(board.here().at("/members/" + oak + "/school").asText())
        .isEqualTo(String.valueOf(place.school()));

    tablet.silentFor(11);
    tablet.ends(Goodbye.SILENT);
    elm.silentFor(11);
    counts(board, 1);
    assertThat(board.here().get("members").has(oak.text())).isTrue();
  }

  @Test
  void beyondTheirBoundMembersAreCountedAndOnesOwnAreStillTold() {
    var ours = new Place(PROGRAMME, Id.random(), Id.random());
    var oak = comes(one, Id.random(), ours);
    var elm = Id.random();
    comes(two, elm, ours);
    counts(oak, 2);
    var crowd = new ArrayList<Bystander>();
    IntStream.range(0, Limits.MEMBERS_TOLD)
        .forEach(i -> crowd.add(new Bystander(pass(Id.random(), place(i % 5)))));
    IntStream.range(0, crowd.size())
        .forEach(i -> (i % 2 == 0 ? one : two).rooms().join(crowd.get(i)));
    counts(oak, Limits.MEMBERS_TOLD + 2);
    assertThat(oak.here().at("/own").has(elm.text())).isTrue();
    assertThat(oak.here().at("/members").size()).isLessThanOrEqualTo(Limits.WINDOW);
    assertThat(oak.here().at("/programmes").size()).isEqualTo(6);

    var late = comes(two, Id.random(), new Place(PROGRAMME, ours.school(), ours.link()));
    oak.until("the third of the link", page -> page.here().at("/own").has(classOf(late).text()));
    oak.until(
        "three of its school", page -> page.here().at("/schools/" + ours.school()).asInt() == 3);
    assertThat(late.here().at("/own").has(elm.text())).isTrue();

    crowd.subList(0, 1000).forEach(each -> each.heard = Instant.now().minusSeconds(11));
    counts(oak, Limits.MEMBERS_TOLD + 3 - 1000);
    oak.until(
        "every member by itself again",
        page -> page.here().at("/members").size() == Limits.MEMBERS_TOLD + 3 - 1000);
    assertThat(oak.misfits()).isZero();
  }

  /// One of thousands, who reads nothing.
  private static final class Bystander implements Seat {
    private final Pass pass;
    private volatile Instant heard = Instant.MAX;

    Bystander(Pass pass) {
      this.pass = pass;
    }

    @Override
    public Pass pass() {
      return pass;
    }

    @Override
    public Instant heard() {
      return heard.equals(Instant.MAX) ? Instant.now() : heard;
    }

    @Override
    public Executor loop() {
      return Runnable::run;
    }

    @Override
    public boolean show(Frame frame) {
      return true;
    }

    @Override
    public void answer(ObjectNode frame) {}

    @Override
    public void isThere() {}

    @Override
    public void ping() {}

    @Override
    public void bye(Goodbye why, Duration wait) {}
  }

  private static Id classOf(FakePage page) {
    return Objects.requireNonNull(page.pass().classId());
  }

  private static Place place(int programme) {
    return new Place(new Id("p%011d".formatted(programme)), Id.random(), Id.random());
  }

  @Test
  void whatManySayIsShownToAllInOneOrder() {
    var pages =
        IntStream.range(0, 6)
            .mapToObj(i -> comes(i % 2 == 0 ? one : two, Id.random(), Place.NONE))
            .toList();
    for (int i = 0; i < 60; i++) {
      assertThat(pages.get(i % 6).says(new RehearsalCommand.Say("line " + i))).isEmpty();
    }
    for (FakePage page : pages) {
      page.until("all lines", is -> is.document().at("/rehearsal/lines").size() == 60);
      for (int i = 0; i < 60; i++) {
        assertThat(page.document().at("/rehearsal/lines/l" + i + "/text").asText())
            .isEqualTo("line " + i);
      }
      assertThat(page.misfits()).isZero();
    }
  }

  @Test
  void aPartThatOnlyANewerReleaseReadsSendsEverybodyOn() {
    var here = comes(one, Id.random(), Place.NONE);
    here.says(new RehearsalCommand.Say("before"));
    here.until("its line", page -> page.document().at("/rehearsal/lines").size() == 1);
    var store = new RoomStore(one.redis(), new Figures(new SimpleMeterRegistry()));
    var stands = Soon.get(store.load(room)).orElseThrow().version();
    var to = new RoomStore.Version(stands.number() + 1, Id.random().text(), stands.epoch());
    var newer = Map.of("cue", "{\"format\":2,\"part\":{\"at\":1}}");
    Soon.get(
        store.commit(
            new RoomStore.Change(
                room,
                stands,
                to,
                newer,
                List.of(),
                Feed.committed("a newer node ", stands, to, newer, false))));
    here.ends(Goodbye.RESTART);
    assertThat(Soon.get(store.load(room)).orElseThrow().version()).isEqualTo(to);
  }

  @Test
  void whoSatOnANodeThatIsRenewedNeverLeaves() {
    var place = new Place(PROGRAMME, Id.random(), Id.random());
    var watcher = comes(one, Id.random(), place);
    var renewed = TestNode.start(Servers.redis(), Servers.database());
    var pass = pass(Id.random(), place);
    var first = FakePage.joins(renewed.rooms(), pass);
    counts(watcher, 2);
    int before = watcher.heres().size();
    renewed.close();
    first.ends(Goodbye.RESTART);
    FakePage.joins(two.rooms(), pass);
    // Another who comes and is told of shows that all of it has been heard.
    comes(two, Id.random(), place);
    counts(watcher, 3);
    assertThat(watcher.heres().subList(before, watcher.heres().size()))
        .noneMatch(delta -> delta.path("count").asInt(3) < 2)
        .noneMatch(delta -> delta.at("/members/" + pass.classId()).isNull());
  }
}
