package org.linkroom.journey;

import org.linkroom.testing.TestApp;

/// Two classes in a link-up, each with one laptop that its class sees: signed in by the demo's one
/// press, planned for now, and live when `opens` has been called.
public final class Meeting {
  final Teacher khan;
  final Teacher okafor;
  final String session;
  final LivePage hers;
  final LivePage his;

  private Meeting(TestApp app) {
    khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    session = khan.plansALinkUpForNow();
    hers = khan.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    his = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
  }

  /// Both classes are in the lobby, and nobody has said that a class is ready.
  public static Meeting inTheLobby(TestApp app) {
    return new Meeting(app);
  }

  /// Both say that they are ready; each sees and hears the other.
  public static Meeting live(TestApp app) {
    var meeting = new Meeting(app);
    meeting.hers.saysReadyOnTheBoard();
    meeting.his.saysReadyOnTheBoard();
    meeting.hers.shows("stage").seesAndHearsTheOtherClass();
    meeting.his.shows("stage").seesAndHearsTheOtherClass();
    return meeting;
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
