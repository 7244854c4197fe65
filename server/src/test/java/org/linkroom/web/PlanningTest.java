package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Two teachers plan: propose, say yes, propose another time, call it off, and cross each other.
class PlanningTest {
  private static final Instant MORNING = Instant.parse("2027-03-15T09:00:20Z");
  private static TestApp app;
  private static DemoTown town;
  private static String link;

  private Visitor khan;
  private Visitor okafor;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void signIn() {
    app.clock().set(MORNING);
    khan = visitor("Miss Khan");
    okafor = visitor("Mr Okafor");
  }

  private static Visitor visitor(String name) {
    var visitor = new Visitor(app.url());
    visitor.signInAs(name);
    return visitor;
  }

  private static String proposing() {
    return "/links/" + link + "/sessions/new";
  }

  private Answer propose(String day, String clock) {
    var on = khan.get(proposing());
    return anyway(
        khan.submit(on, proposing(), "day", day, "clock", clock, "note", "Bring a leaf."));
  }

  /// What is told of the time, such as a holiday, does not matter here.
  private Answer anyway(Answer told) {
    return told.page().select("#notices").isEmpty() ? told : khan.submit(told, proposing());
  }

  private static String state(Answer session) {
    return session.page().select("section.next .badge").text();
  }

  @Test
  void onePersonProposesAndTheOtherSaysYes() {
    var hers = propose("2027-03-18", "10:30");
    assertThat(hers.says()).contains("Thursday 18 March, 10:30", "40 minutes", "Bring a leaf.");
    assertThat(state(hers)).isEqualTo("Proposed");
    assertThat(hers.says()).contains("The other class has not said yes yet");
    assertThat(hers.page().select("form[action$=/accept]")).isEmpty();
    var his = okafor.get(hers.path());
    assertThat(state(okafor.submit(his, hers.path() + "/accept"))).isEqualTo("Agreed");
  }

  @Test
  void nobodySaysYesToHerOwnProposalOrTwice() {
    var hers = propose("2027-03-18", "11:30");
    var fields = okafor.fill(okafor.get(hers.path()), hers.path() + "/accept");
    fields.put("csrf", token(khan));
    var own = khan.post(hers.path() + "/accept", fields, Map.of());
    assertThat(own.status()).isEqualTo(409);
    var his = okafor.get(hers.path());
    okafor.submit(his, hers.path() + "/accept");
    var twice = okafor.submit(his, hers.path() + "/accept");
    assertThat(twice.status()).as("a double click").isEqualTo(200);
    assertThat(state(twice)).isEqualTo("Agreed");
  }

  @Test
  void anAssistantSeesWhatWaitsAndIsTold() {
    var hers = propose("2027-03-18", "12:30");
    var assistant = visitor("Miss Grant");
    var seen = assistant.get(hers.path());
    assertThat(seen.page().select("form[action$=/accept]")).isEmpty();
    assertThat(seen.says()).contains("Your class’s teacher has not said yes yet");
    assertThat(assistant.get("/home").page().select("main form[action$=/accept]")).isEmpty();
  }

  @Test
  void nowMeansThisMinute() {
    var hers = khan.submit(khan.get(proposing()), proposing(), "when", "now");
    assertThat(hers.says()).contains("Monday 15 March, 09:00").contains("It is time");
    assertThat(hers.page().select("a[href$=/go-in]")).isNotEmpty();
  }

  /// In spring the clock jumps from 01:00 to 02:00; in autumn the hour from 01:00 comes twice, and
  /// the first is meant. Before and after, London's clock and UTC differ by another hour.
  @ParameterizedTest
  @CsvSource({
    "2027-03-26, 10:30, 2027-03-26T10:30:00Z",
    "2027-03-29, 10:30, 2027-03-29T09:30:00Z",
    "2027-10-29, 10:30, 2027-10-29T09:30:00Z",
    "2027-10-31, 01:30, 2027-10-31T00:30:00Z",
    "2027-11-01, 10:30, 2027-11-01T10:30:00Z"
  })
  void theClockIsLondonsOnBothSidesOfItsChanges(String day, String clock, Instant starts) {
    var hers = propose(day, clock);
    assertThat(hers.says()).contains(clock);
    String id = hers.path().substring("/sessions/".length());
    assertThat(
            town.database()
                .one("SELECT extract(epoch FROM starts_at)::bigint FROM session WHERE id = ?", id))
        .isEqualTo(Long.toString(starts.getEpochSecond()));
  }

  @Test
  void anHourThatDoesNotExistIsToldInWords() {
    assertThat(propose("2027-03-28", "01:30").wrong("clock")).contains("The clocks go forward");
    assertThat(propose("2027-03-15", "08:00").wrong("clock")).contains("That time has gone by");
  }

  @Test
  void anotherTimeIsAProposalThatTheOtherAccepts() {
    var hers = propose("2027-03-19", "10:30");
    okafor.submit(okafor.get(hers.path()), hers.path() + "/accept");
    String moving = hers.path() + "/move";
    var on = okafor.get(moving);
    assertThat(on.says()).contains("It is planned for Friday 19 March, 10:30 now.");
    var moved = okafor.submit(on, moving, "day", "2027-03-22", "clock", "14:00", "minutes", "45");
    assertThat(moved.says()).contains("Monday 22 March, 14:00", "45 minutes");
    assertThat(state(moved)).isEqualTo("Proposed");
    var twice = okafor.submit(on, moving, "day", "2027-03-22", "clock", "14:00", "minutes", "45");
    assertThat(twice.path()).as("a double click").isEqualTo(hers.path());
    assertThat(state(khan.submit(khan.get(hers.path()), hers.path() + "/accept")))
        .isEqualTo("Agreed");
  }

  @Test
  void whoProposesAnotherTimeWhileItMovesIsToldAndKeepsWhatSheTyped() {
    var hers = propose("2027-03-23", "10:30");
    String moving = hers.path() + "/move";
    var hersOpen = khan.get(moving);
    okafor.submit(okafor.get(moving), moving, "day", "2027-03-24", "clock", "09:15");
    var crossed =
        khan.submit(hersOpen, moving, "day", "2027-03-25", "clock", "13:45", "minutes", "60");
    assertThat(crossed.status()).isEqualTo(409);
    assertThat(crossed.title()).startsWith("Error: ");
    assertThat(crossed.wrong("when")).contains("it is planned for Wednesday 24 March, 09:15 now");
    assertThat(crossed.typed("day")).isEqualTo("2027-03-25");
    assertThat(crossed.typed("clock")).isEqualTo("13:45");
    assertThat(crossed.typed("minutes")).isEqualTo("60");
    assertThat(khan.get(hers.path()).says()).contains("Wednesday 24 March, 09:15");
    var again = khan.submit(crossed, moving);
    assertThat(again.says()).contains("Thursday 25 March, 13:45", "60 minutes");
  }

  @Test
  void whoSaysYesToWhatHasMovedIsTold() {
    var hers = propose("2027-03-30", "10:30");
    var his = okafor.get(hers.path());
    khan.submit(khan.get(hers.path() + "/move"), hers.path() + "/move", "day", "2027-03-31");
    var late = okafor.submit(his, hers.path() + "/accept");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.says()).contains("Somebody was quicker");
    assertThat(late.page().select("main a").eachAttr("href")).contains(hers.path());
    assertThat(state(okafor.get(hers.path()))).isEqualTo("Proposed");
  }

  @Test
  void whatIsCalledOffSaysWhyAndStaysSo() {
    var hers = propose("2027-04-01", "10:30");
    var hisOpen = okafor.get(hers.path());
    var on = khan.get(hers.path());
    var off = khan.submit(on, hers.path() + "/cancel", "why", "Snow, and no heating");
    assertThat(state(off)).isEqualTo("Called off");
    assertThat(off.says()).contains("This session was called off. Snow, and no heating");
    var twice = khan.submit(on, hers.path() + "/cancel", "why", "Snow, and no heating");
    assertThat(twice.status()).as("a double click").isEqualTo(200);
    assertThat(okafor.submit(hisOpen, hers.path() + "/accept").status()).isEqualTo(409);
    var late = okafor.submit(hisOpen, hers.path() + "/cancel", "why", "I am ill");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.says()).contains("I am ill");
    assertThat(okafor.get(hers.path() + "/move").status()).isEqualTo(409);
    assertThat(okafor.get(hers.path()).says()).contains("Snow, and no heating");
  }

  @Test
  void aDoubleClickProposesOnceAndAnotherTimeOfTheSamePageIsAnother() {
    var on = khan.get(proposing());
    var first = khan.submit(on, proposing(), "day", "2027-04-05", "clock", "10:30");
    var second = khan.submit(on, proposing(), "day", "2027-04-05", "clock", "10:30");
    assertThat(second.path()).isEqualTo(first.path());
    var other = khan.submit(on, proposing(), "day", "2027-04-06", "clock", "10:30");
    assertThat(other.path()).isNotEqualTo(first.path());
  }

  @Test
  void twoTeachersWhoCallAtTheSameMomentMeet() {
    String page = "/links/" + link;
    var hersOn = khan.get(page);
    var hisOn = okafor.get(page);
    var hers = khan.submit(hersOn, page + "/call");
    var his = okafor.submit(hisOn, page + "/call");
    assertThat(hers.path()).matches("/sessions/[a-z0-9]{12}/go-in").isEqualTo(his.path());
    app.clock().pass(Duration.ofMinutes(31));
    assertThat(khan.submit(khan.get(page), page + "/call").path()).isNotEqualTo(hers.path());
  }

  private static String token(Visitor visitor) {
    return visitor.get("/concern").page().select("[name=csrf]").attr("value");
  }

  @Test
  void aLinkUpIsGivenThePlanThatFitsAndEitherTeacherAddsAStepBeforeItsGoodbye() {
    var hers = propose("2027-03-19", "09:30");
    assertThat(hers.says()).contains("Link-up, 40 minutes");
    okafor.submit(okafor.get(hers.path()), hers.path() + "/accept");
    String plan = hers.path() + "/plan";
    okafor.submit(okafor.get(plan), plan + "/edit", "add", "quick-hello/weather");
    var steps = khan.get(plan).page().select("fieldset.segment legend").eachText();
    assertThat(steps.get(steps.size() - 2)).contains("weather");
    assertThat(steps.getLast()).contains("Goodbye");
  }
}
