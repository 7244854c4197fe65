package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Lessons;

/// What a child typed reaches another class only after an adult of its own has read it.
class QuestionsTest {
  private static final Scene SCENE = Lessons.scene();
  private static final Act.Teller TABLET = new Act.Teller(id("tablet"), OAK, false, false, false);
  private static final Act.Teller KHAN = new Act.Teller(id("khan"), OAK, true, false, false);
  private static final Act.Teller REED = new Act.Teller(id("reed"), ELM, true, false, false);
  private static final String ASKED = "What makes a friend?";

  private static Act.Outcome act(Questions is, Act.Teller who, Act act) {
    return act.act(is, who, SCENE, Instant.EPOCH);
  }

  private static Questions done(Questions is, Act.Teller who, Act act) {
    return (Questions) ((Act.Outcome.Next) act(is, who, act)).activity();
  }

  private static Questions written(Act.Teller who, String text) {
    return done(Questions.fresh(), who, new Asking.Write("Group 2", text, false));
  }

  private static Id only(Questions is) {
    return is.all().firstKey();
  }

  private static String seen(Questions is, Audience audience, Id classId) {
    var node = JsonNodeFactory.instance.objectNode();
    is.show(node.putObject("common"), SCENE, audience);
    is.showOwn(node.putObject("own"), SCENE, audience, classId);
    return node.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do you like \uD83D\uDC0D or \uD83E\uDD86?",
        "\u0645\u0627 \u0627\u0633\u0645 \u0645\u062F\u0631\u0633\u062A\u0643\u061F",
        "\u05DE\u05D4 \u05E9\u05DC\u05D5\u05DE\u05DB\u05DD?"
      })
  void drawnFacesAndLettersFromRightToLeftStayAsTheyWereWritten(String text) {
    var asked = written(KHAN, text);
    assertThat(asked.all().get(only(asked))).extracting(Question::text).isEqualTo(text);
    assertThat(asked.open().map(Vote.Choice::text)).containsExactly(text);
  }

  @Test
  void onlyItsOwnAdultsReadWhatWasNotApproved() {
    var waits = written(TABLET, ASKED);
    assertThat(seen(waits, Audience.ADULT, OAK)).contains(ASKED);
    assertThat(seen(waits, Audience.BOARD, OAK)).doesNotContain(ASKED).contains("\"waiting\":1");
    for (Audience audience : Audience.values()) {
      assertThat(seen(waits, audience, ELM)).doesNotContain(ASKED);
    }
    assertThat(waits.open()).isEmpty();
  }

  @Test
  void onceApprovedEverybodyReadsIt() {
    var waits = written(TABLET, ASKED);
    var approved = done(waits, KHAN, new Asking.Approve(only(waits), false));
    assertThat(seen(approved, Audience.BOARD, ELM)).contains(ASKED);
    assertThat(approved.open()).extracting(Vote.Choice::text).containsExactly(ASKED);
  }

  @Test
  void theOtherClassesAdultApprovesAndDropsNothing() {
    var waits = written(TABLET, ASKED);
    var question = only(waits);
    assertThat(act(waits, REED, new Asking.Approve(question, true)))
        .isEqualTo(Act.no(Refusal.NOT_YOURS));
    assertThat(act(waits, REED, new Asking.Drop(question))).isEqualTo(Act.no(Refusal.NOT_YOURS));
    assertThat(act(waits, KHAN, new Asking.Air(question)))
        .as("what nobody has read is not made large")
        .isEqualTo(Act.no(Refusal.NO_QUESTION));
  }

  @Test
  void whatNobodyApprovedIsGoneWhenTheSessionIs() {
    var waits = written(TABLET, ASKED);
    assertThat(((Questions) waits.end()).all()).isEmpty();
    var approved = done(waits, KHAN, new Asking.Approve(only(waits), false));
    assertThat(approved.end()).isSameAs(approved);
  }

  @ParameterizedTest
  @CsvSource({
    "amira@hilltop.sch.uk, TEXT_REACHES",
    "ring 01274 385500, TEXT_REACHES",
    "we live at BD1 1HY, TEXT_REACHES",
    "see www.hilltop.sch.uk, TEXT_REACHES",
    "Why does Amira Patel laugh?, TEXT_NAME",
    "'  ', EMPTY",
  })
  void whatAChildCouldBeReachedByIsStoppedAndANameAskedAbout(String text, Refusal refusal) {
    assertThat(act(Questions.fresh(), KHAN, new Asking.Write("", text, false)))
        .isEqualTo(Act.no(refusal));
  }

  @Test
  void onePressOfAnAdultGoesOnWithAName() {
    String rosa = "Was Rosa Parks brave?";
    var asked = done(Questions.fresh(), KHAN, new Asking.Write("", rosa, true));
    assertThat(seen(asked, Audience.BOARD, ELM)).contains(rosa);
    var waits = written(TABLET, rosa);
    assertThat(act(waits, KHAN, new Asking.Approve(only(waits), false)))
        .isEqualTo(Act.no(Refusal.TEXT_NAME));
    assertThat(done(waits, KHAN, new Asking.Approve(only(waits), true)).open()).hasSize(1);
  }

  @Test
  void whatAsksTheSameIsOneAndComesApartWhereTheOtherGoes() {
    var one = written(KHAN, "Why do we laugh?");
    var two = done(one, REED, new Asking.Write("", "What is laughing for?", false));
    var ids = two.open().map(Vote.Choice::id).toList();
    var joined = done(two, KHAN, new Asking.Join(ids.get(1), ids.get(0)));
    assertThat(joined.open()).extracting(Vote.Choice::id).containsExactly(ids.get(0));
    var apart = done(joined, KHAN, new Asking.Drop(ids.get(0)));
    assertThat(apart.open()).extracting(Vote.Choice::id).containsExactly(ids.get(1));
  }

  @Test
  void sixtyAreTakenAndNoMoreEmojiAndRightToLeftAmongThem() {
    var all = Questions.fresh();
    for (String text : List.of("Why 🐙?", "لماذا نضحك؟")) {
      all = done(all, KHAN, new Asking.Write("", text, false));
    }
    while (all.all().size() < Questions.MOST) {
      all = done(all, TABLET, new Asking.Write("", "Why " + all.all().size(), false));
    }
    assertThat(act(all, TABLET, new Asking.Write("", "One more", false)))
        .isEqualTo(Act.no(Refusal.LIST_FULL));
    assertThat(seen(all, Audience.BOARD, ELM)).contains("🐙", "لماذا نضحك؟");
  }
}
