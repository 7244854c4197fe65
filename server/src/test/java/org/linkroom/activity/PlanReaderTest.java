package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run plan's file says which of its lines is wrong, and how.
class PlanReaderTest {
  private static final String GOOD =
      """
      title: A lesson
      text: When to take it.
      segments:
        - id: hello
          title: Hello
          minutes: 3
          turn: both
          question: us
          say: We wave.
          activity:
            do: cards
            sort: rules
            cards: [Listen., Wave.]
        - id: choose
          title: Choosing
          minutes: 5
          turn: both
          question: us
          activity: {do: vote, method: multi, each: 2}
      """;

  @Test
  void aPlanIsReadAsItIsWritten() {
    var plan = PlanReader.read("good", GOOD);
    assertThat(plan.minutes()).isEqualTo(8);
    assertThat(plan.segments().getFirst().activity())
        .isEqualTo(Cards.of(Cards.Sort.RULES, java.util.List.of("Listen.", "Wave.")));
    assertThat(plan.segments().getLast().activity()).isEqualTo(Vote.of(Vote.Method.MULTI, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "text: When to take it.|text: |2|“text” has from 1 to 300 characters",
        "id: hello|id: Hello|4|small letters",
        "id: choose|id: hello|14|another segment has the id “hello”",
        "minutes: 3|minutes: 0|6|a whole number from 1 to 60",
        "minutes: 3|minutes: soon|6|a whole number from 1 to 60",
        "turn: both|turn: us|7|one of both, each, alternate",
        "question: us|question: them|8|one of me, us, place, together",
        "say: We wave.|say: Ring 01274 385500.|4|no address, number or link",
        "say: We wave.|sing: We wave.|9|“sing” is not known here",
        "do: cards|do: dance|11|one of cards, check-in, draw, game, questions, show",
        "sort: rules|sort: songs|12|one of rules, game, stems, poem, jobs, prompts",
        "cards: [Listen., Wave.]|cards: Listen.|13|is to be a list",
        "method: multi, each: 2|method: multi|19|“each” is missing",
        "method: multi, each: 2|method: single, each: 2|19|“each” is not known here",
        "{do: vote, method: multi, each: 2}|{do: talk, microphones: off}|19|is follow, or left out",
        "{do: vote, method: multi, each: 2}|{do: game, kind: clap, prompts: [Clap.], pace: 200}|19|from 30 to 120",
        "{do: vote, method: multi, each: 2}|{do: game, kind: guess}|19|“prompts” is missing",
        "title: A lesson|title: [A, lesson]|1|is to be a text",
        "title: A lesson|title: A: lesson|1|this is no YAML",
      })
  void aWrongLineIsNamed(String right, String wrong, int line, String why) {
    assertThatThrownBy(() -> PlanReader.read("bad", GOOD.replaceFirst(quoted(right), wrong)))
        .isInstanceOfSatisfying(PlanFault.class, fault -> assertThat(fault.line()).isEqualTo(line))
        .hasMessageContaining("plans/bad.yaml, line " + line + ": ")
        .hasMessageContaining(why);
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }
}
