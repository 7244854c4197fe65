package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.TestClock;

/// The time of a lesson that two classes go through: its minutes pass at once, in the room and by
/// what its screens then learn from it, so that each step lasts as long as it was planned.
final class LessonTime {
  /// Classes that come in so early begin on time, however slow this machine is.
  private static final Duration EARLY = Duration.ofMinutes(1);

  private static final Pattern OVER = Pattern.compile("^\\+0:\\d\\d$");

  private final TestClock clock;
  private final Instant starts;
  private List<LivePage> screens = List.of();
  private Instant until = Instant.EPOCH;

  private LessonTime(TestClock clock, Instant starts) {
    this.clock = clock;
    this.starts = starts;
  }

  /// A session that is planned now begins at this minute, and its room is a little before it.
  static LessonTime begin(TestApp app) {
    var starts = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    app.clock().set(starts);
    var time = new LessonTime(app.clock(), starts);
    time.passes(Duration.between(time.now(), starts.minus(EARLY)));
    return time;
  }

  /// These screens are in.
  void of(LivePage... all) {
    screens = List.of(all);
  }

  private Instant now() {
    return Instant.now().plus(clock.roomsAhead());
  }

  /// A step of so many minutes has begun, and all screens show that they are left. A step right
  /// after another is none, as a key that sticks: its first seconds pass.
  void begins(int minutes) {
    until = now().plus(Duration.ofMinutes(minutes));
    passes(Duration.ofSeconds(2));
    allShow(left(minutes - 1));
  }

  /// The step's minutes pass, and all screens show that its time is up.
  void isUp() {
    passesUntil(until.plusSeconds(1));
    isOver(OVER);
  }

  /// All screens show that the step runs over, and by how much.
  void isOver(Pattern by) {
    allShow(by);
    screens.forEach(screen -> assertThat(screen.find(".lesson[data-over]")).isVisible());
  }

  /// Its minutes pass until there are only so many left, and all screens show it.
  void isLeft(int minutes) {
    passesUntil(until.minus(Duration.ofMinutes(minutes)));
    allShow(left(minutes - 1));
  }

  /// It is this long after the session's start.
  void passesUntil(Duration fromStart) {
    passesUntil(starts.plus(fromStart));
  }

  private void passesUntil(Instant moment) {
    var left = Duration.between(now(), moment);
    passes(left.isNegative() ? Duration.ZERO : left);
  }

  /// So much time passes. A page asks for the time now and then; as after a change of its network
  /// it asks at once.
  void passes(Duration time) {
    clock.passInRooms(time);
    screens.forEach(screen -> screen.page().evaluate("() => dispatchEvent(new Event('online'))"));
  }

  /// Somebody presses for a minute more, when the time was up: all screens show it.
  void isAMinuteMore(LivePage who) {
    who.find(".bar .leading .minute").click();
    until = until.plus(Duration.ofMinutes(1));
    allShow(left(0));
    screens.forEach(screen -> assertThat(screen.find(".lesson[data-over]")).hasCount(0));
  }

  /// Somebody lets the lesson stand still for so long, and nothing of the step is lost by it.
  void standsStill(LivePage who, Duration time) {
    var press = who.find(".bar .leading .pause");
    var stood = now();
    press.click();
    allShow(Pattern.compile("^Standing still$"));
    passes(time);
    assertThat(press).hasText("Go on");
    press.click();
    until = until.plus(Duration.between(stood, now()));
    allShow(left(0));
  }

  private void allShow(Pattern time) {
    screens.forEach(screen -> assertThat(screen.find(".lesson .clock")).hasText(time));
  }

  /// So many whole minutes and most of another.
  private static Pattern left(int minutes) {
    return Pattern.compile("^" + minutes + ":[2-5]\\d$");
  }
}
