package org.linkroom.protocol;

/// What can be answered instead of "ok": a word for programs and a sentence for the person. A
/// refusal is a value, not a fault; asking again unchanged brings the same answer.
public enum Refusal {
  MALFORMED("frame.malformed", "That could not be read. Please try again."),
  UNKNOWN("command.unknown", "This page is older than the server. Please load it again."),
  NOT_ALLOWED("not.allowed", "Only an adult of the class can do that."),
  NOT_YOURS("not.yours", "That belongs to the other class."),
  NOT_IN("not.in", "Your teacher has not let this device in yet."),
  NO_DEVICE("device.unknown", "That device is not here any more."),
  TABLET("device.tablet", "A tablet cannot be the class's camera or microphone."),
  TOO_WIDE("promise.wide", "Your school does not allow that much of the class on camera."),
  NO_PROMISE("promise.missing", "Please say first what the camera will show."),
  NOT_COVERED_BY_YOU("cover.other", "The other class has covered. Their teacher will uncover."),
  OVER("room.over", "This session has ended."),
  FULL("room.full", "No more devices can come in."),
  TOO_LONG("text.long", "That is too long. Please use fewer words."),
  EMPTY("text.empty", "Please write something first."),
  ELSEWHERE("command.elsewhere", "That is not part of this session."),
  DOOR_SHUT("door.shut", "Pictures and sound start when both classes are ready."),
  NO_QUESTION("question.gone", "That question has been answered."),
  MOVED_ON("lesson.moved", "The lesson has gone on. That came too late."),
  NO_LESSON("lesson.none", "No plan is running."),
  TOO_MANY("count.large", "That is more than a class has. Please count again."),
  LIST_FULL("list.full", "There is no more room on the board. Please take something away first."),
  VOTE_CLOSED("vote.closed", "Both classes have voted. The count stands."),
  BALLOT_SHUT("ballot.shut", "Tablets are not asked just now. Your teacher counts."),
  BALLOT_OPEN("ballot.open", "The tablets answer. Choose to count hands first."),
  BALLOT_EMPTY("ballot.empty", "No tablet has answered yet."),
  TEXT_REACHES(
      "text.reaches",
      "Please leave out e-mail addresses, phone numbers, postcodes, account names and links."),
  TEXT_NAME("text.name", "First names only, please. Is this no pupil's name? Then say so."),
  BUSY("room.busy", "That did not get through. Please try again in a moment."),
  AWAY("store.away", "Linkroom cannot save right now. What you see stays; please try again soon.");

  private final String code;
  private final String why;

  Refusal(String code, String why) {
    this.code = code;
    this.why = why;
  }

  /// The word for programs; it never changes its meaning.
  public String code() {
    return code;
  }

  /// The sentence for the person.
  public String why() {
    return why;
  }
}
