package org.linkroom.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be found about one thing. What to do then stands in the words of `check.found.`: a
/// sentence for a teacher, and one for whoever runs the school's network where it is theirs to do.
public enum Finding {
  BROWSER_GOOD("browser", "good", Verdict.GOOD),
  BROWSER_AGEING("browser", "ageing", Verdict.CARE),
  BROWSER_OLD("browser", "old", Verdict.BAD),
  CAMERA_GOOD("camera", "good", Verdict.GOOD),
  CAMERA_BLOCKED("camera", "blocked", Verdict.BAD),
  CAMERA_BUSY("camera", "busy", Verdict.BAD),
  CAMERA_MISSING("camera", "missing", Verdict.BAD),
  MICROPHONE_GOOD("microphone", "good", Verdict.GOOD),
  MICROPHONE_SILENT("microphone", "silent", Verdict.CARE),
  MICROPHONE_BLOCKED("microphone", "blocked", Verdict.BAD),
  MICROPHONE_BUSY("microphone", "busy", Verdict.BAD),
  MICROPHONE_MISSING("microphone", "missing", Verdict.BAD),
  SPEAKER_GOOD("speaker", "good", Verdict.GOOD),
  SPEAKER_UNTRIED("speaker", "untried", Verdict.CARE),
  SPEAKER_UNHEARD("speaker", "unheard", Verdict.BAD),
  /// Sound begins by itself, or with the one press that a live page asks for anyway.
  SOUND_GOOD("sound", "good", Verdict.GOOD),
  SOUND_STOPPED("sound", "stopped", Verdict.BAD),
  LINE_GOOD("line", "good", Verdict.GOOD),
  /// A filter breaks WebSockets, and the page goes another way.
  LINE_EVENTS("line", "events", Verdict.CARE),
  LINE_POLLS("line", "polls", Verdict.CARE),
  LINE_NONE("line", "none", Verdict.BAD),
  PICTURES_GOOD("pictures", "good", Verdict.GOOD),
  /// The relay is reached, but by TCP alone, where a lost packet holds up all behind it.
  PICTURES_SLOW("pictures", "slow", Verdict.CARE),
  /// The relay is not reached; they may go directly, which many schools' networks do not let them.
  PICTURES_DIRECT("pictures", "direct", Verdict.CARE),
  PICTURES_NONE("pictures", "none", Verdict.BAD),
  PICTURES_OFF("pictures", "off", Verdict.BAD),
  /// Linkroom's own settings name no relay though pictures may not go without one.
  PICTURES_UNSET("pictures", "unset", Verdict.BAD),
  SPEED_GOOD("speed", "good", Verdict.GOOD),
  SPEED_SLOW("speed", "slow", Verdict.CARE),
  SPEED_UNKNOWN("speed", "unknown", Verdict.CARE),
  SPEED_NONE("speed", "none", Verdict.BAD),
  SCREEN_GOOD("screen", "good", Verdict.GOOD),
  SCREEN_SMALL("screen", "small", Verdict.CARE);

  private final String thing;
  private final String word;
  private final Verdict verdict;

  Finding(String thing, String word, Verdict verdict) {
    this.thing = thing;
    this.word = word;
    this.verdict = verdict;
  }

  /// What was looked at: camera, microphone, speaker, …
  public String thing() {
    return thing;
  }

  /// What was found.
  public String word() {
    return word;
  }

  /// What a link-up will make of it.
  public Verdict verdict() {
    return verdict;
  }

  /// As the database keeps it, and as its words are called: `camera.blocked` with a colon.
  public String text() {
    return thing + ":" + word;
  }

  /// The worst of them all.
  public static Verdict overall(List<Finding> all) {
    return all.stream().map(Finding::verdict).reduce(Verdict.GOOD, Verdict::and);
  }

  static String line(List<Finding> all) {
    return all.stream().map(Finding::text).collect(Collectors.joining(" "));
  }

  /// Read a line of them; what a later release wrote and this one does not know is left out.
  static List<Finding> read(String line) {
    return Stream.of(line.split(" ")).map(Finding::of).flatMap(Optional::stream).toList();
  }

  private static Optional<Finding> of(String text) {
    return Arrays.stream(values()).filter(finding -> finding.text().equals(text)).findFirst();
  }
}
