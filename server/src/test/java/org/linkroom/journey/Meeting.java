package org.linkroom.journey;

import java.util.function.BiConsumer;
import org.linkroom.testing.TestApp;

/// Two classes in a link-up, each with one laptop that its class sees: signed in by the demo's one
/// press, planned for now, and live when `opens` has been called.
public final class Meeting {
  final Teacher khan;
  final Teacher okafor;
  final String session;
  final LivePage hers;
  final LivePage his;

  private Meeting(TestApp app, BiConsumer<Teacher, String> prepares) {
    khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    session = khan.plansALinkUpForNow();
    prepares.accept(khan, session);
    hers = khan.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    his = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
  }

  /// Both classes are in the lobby, and nobody has said that a class is ready.
  public static Meeting inTheLobby(TestApp app) {
    return new Meeting(app, (khan, session) -> {});
  }

  /// Both are in the lesson that Miss Khan prepared.
  static Meeting inALesson(TestApp app, BiConsumer<Teacher, String> prepares) {
    return new Meeting(app, prepares).ready();
  }

  /// Both say that they are ready; each sees and hears the other.
  public static Meeting live(TestApp app) {
    var meeting = inTheLobby(app).ready();
    meeting.hers.seesAndHearsTheOtherClass();
    meeting.his.seesAndHearsTheOtherClass();
    return meeting;
  }

  private Meeting ready() {
    hers.saysReadyOnTheBoard();
    his.saysReadyOnTheBoard();
    hers.shows("stage");
    his.shows("stage");
    return this;
  }

  /// Miss Khan's board.
  public LivePage hers() {
    return hers;
  }

  /// Mr Okafor's board.
  public LivePage his() {
    return his;
  }
}
