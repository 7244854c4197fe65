package org.linkroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.TestApp;

/// The main job, from the first mail to the record: two classes meet.
@BrowserTest
class TwoClassesMeetTest {
  private static final String KHAN = "khan@hilltopprimary.example";
  private static final String OKAFOR = "okafor@riversidecofeprimary.example";

  private final TestApp app = TestApp.start(Map.of("LINKROOM_ROOM_KEY_SILENT", "3 s"));
  private final Teacher khan = Teacher.at(app, KHAN);
  private final Teacher okafor = Teacher.at(app, OKAFOR);

  @AfterEach
  void close() {
    khan.close();
    app.close();
  }

  @Test
  void withABoardAndAnAdultsScreenInEachClass() {
    khan.signsInByTheMailedLink();
    okafor.signsInByTheMailedCode();
    String session = khan.plansALinkUpForNow();
    okafor.accepts(session);

    var hers = khan.goesInWithHerOwnScreen(session).shows("lobby");
    var his = okafor.goesInWithHerOwnScreen(session).shows("lobby");
    var board = bringsABoard(khan, hers);
    var otherBoard = bringsABoard(okafor, his);
    hers.saysReady();
    board.shows("lobby");
    his.saysReady();
    board.shows("stage").seesAndHearsTheOtherClass();
    otherBoard.shows("stage").seesAndHearsTheOtherClass();
    var back = goesOnWhenABoardIsKilledAndTheServerRestarts(board, otherBoard, hers);

    his.endsForBoth();
    back.shows("ended");
    otherBoard.shows("ended");
    recordSays(
        khan.record(session), "let in", "The door opened", "Mr Okafor (4K)", "Miss Khan (4B)");
  }

  @Test
  void withOneLaptopInEachClass() {
    khan.signsInByTheMailedCode();
    okafor.signsInByTheMailedLink();
    String session = khan.plansALinkUpForNow();
    // Coming in to a proposed session accepts it.
    var hers = khan.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    var his = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    hers.saysReadyOnTheBoard();
    his.saysReadyOnTheBoard();
    hers.shows("stage").seesAndHearsTheOtherClass();
    his.shows("stage").seesAndHearsTheOtherClass();

    // The one device of a class is its key, its camera and its board: without it the door shuts.
    var back = killed(hers, his);
    app.restart();
    back.shows("stage").seesAndHearsTheOtherClass();
    his.shows("stage").seesAndHearsTheOtherClass();

    his.endsForBothOnTheBoard();
    back.shows("ended");
    recordSays(okafor.record(session), "The door opened", "The door shut", "Mr Okafor");
  }

  private static LivePage killed(LivePage hers, LivePage his) {
    var device = hers.page().context();
    String address = hers.page().url();
    hers.page().close();
    his.shows("holding").sendsNothing();
    var page = device.newPage();
    page.navigate(address);
    var back = new LivePage(page).joinsWithSound();
    back.shows("stage").seesAndHearsTheOtherClass();
    his.shows("stage").seesAndHearsTheOtherClass();
    return back;
  }

  private static LivePage bringsABoard(Teacher teacher, LivePage own) {
    var board = teacher.bringsADevice("board", own.code()).shows("waiting");
    own.letsIn(true);
    return board.shows("lobby").joinsWithSound();
  }

  private LivePage goesOnWhenABoardIsKilledAndTheServerRestarts(
      LivePage board, LivePage otherBoard, LivePage hers) {
    var back = board.isKilledAndComesBack().joinsWithSound();
    back.shows("stage").seesAndHearsTheOtherClass();
    otherBoard.seesAndHearsTheOtherClass();
    app.restart();
    hers.says("The door is open");
    back.shows("stage").seesAndHearsTheOtherClass();
    otherBoard.shows("stage").seesAndHearsTheOtherClass();
    return back;
  }

  private static void recordSays(String record, String... all) {
    assertThat(record).contains(all).contains("Record of the link-up");
    assertThat(record).doesNotContainIgnoringCase("not yet");
  }
}
