package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.testing.Cast;
import org.linkroom.testing.Lessons;

/// Cards about a picture, with somebody who signs beside them.
class CardsTest {
  private static final Id OURS = Cast.id("oakone");

  private static RunPlan plan(Id picture) {
    var cards = Cards.of(Cards.Sort.PROMPTS, List.of("What do you see?", "What do you wonder?"));
    return Lessons.plan(cards.about(new Picture(picture, "")));
  }

  private static Cards cards(RunPlan plan) {
    return (Cards) plan.segments().getFirst().activity();
  }

  private static String seen(Activity cards) {
    var node = JsonNodeFactory.instance.objectNode();
    cards.show(node, Lessons.scene(), Audience.BOARD);
    return node.toString();
  }

  @Test
  void aPictureIsSaidInTheWordsThatItHasNowAndIsGoneWhereItWasTakenBack() {
    assertThat(seen(cards(plan(OURS).showing(Lessons.shelf()))))
        .contains("\"about\":{\"id\":\"" + OURS + "\",\"alt\":\"Our oak\"}");
    assertThat(cards(plan(Cast.id("gone")).showing(Lessons.shelf())).about()).isNull();
    assertThat(cards(plan(OURS).showing(Lessons.shelf())).end().toString())
        .doesNotContain("Our oak");
  }

  @Test
  void whoSignsStaysWhileCardsAreTurned() {
    Activity cards = cards(plan(OURS).showing(Lessons.shelf()));
    var teller = new Act.Teller(Cast.id("device"), Cast.ELM, true, false, false);
    for (Act act : List.<Act>of(new Cards.Does.Sign(Cast.OAK), new Cards.Does.Turn(1))) {
      cards =
          ((Act.Outcome.Next) act.act(cards, teller, Lessons.scene(), Instant.EPOCH)).activity();
    }
    assertThat(seen(cards))
        .contains("\"signer\":\"" + Cast.OAK + "\"", "What do you wonder?", "Our oak");
    assertThat(new Cards.Does.Sign(Cast.ASH).act(cards, teller, Lessons.scene(), Instant.EPOCH))
        .as("a class of another room")
        .isInstanceOf(Act.Outcome.No.class);
  }
}
