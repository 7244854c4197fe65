package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.linkroom.testing.Cast;
import org.linkroom.testing.Lessons;

/// One class shows itself or its pictures, or all pictures hang together.
class ShowTest {
  private Activity show = new Show(Show.View.LIVE, null, 0, Lessons.shelf());

  private @Nullable Refusal says(Id classId, Act act) {
    var teller = new Act.Teller(Cast.id("device"), classId, true, false, false);
    return switch (act.act(show, teller, Lessons.scene(), java.time.Instant.EPOCH)) {
      case Act.Outcome.No no -> no.refusal();
      case Act.Outcome.Next next -> {
        show = next.activity();
        yield null;
      }
    };
  }

  private ObjectNode seen() {
    var node = JsonNodeFactory.instance.objectNode();
    show.show(node, Lessons.scene(), Audience.BOARD);
    return node;
  }

  @Test
  void anAdultGoesThroughThePicturesOfHerOwnClass() {
    assertThat(says(Cast.OAK, new Show.Does.Turn(1))).isNull();
    assertThat(seen().path("whose").asText()).isEqualTo(Cast.OAK.text());
    assertThat(seen().path("picture").path("alt").asText()).isEqualTo("Our wall");
    assertThat(seen().path("count").asInt()).isEqualTo(2);
    assertThat(says(Cast.OAK, new Show.Does.Turn(2))).isEqualTo(Refusal.MALFORMED);
    assertThat(says(Cast.ELM, new Show.Does.Turn(1))).as("Elm has one").isNotNull();
    assertThat(says(Cast.ELM, new Show.Does.Turn(0))).isNull();
    assertThat(seen().path("picture").path("alt").asText()).isEqualTo("Our elm");
    says(Cast.OAK, new Show.Does.Whose(Cast.OAK));
    assertThat(seen().has("picture")).as("the class itself").isFalse();
  }

  @Test
  void onTheWallNoClassHasTheBetterPlace() {
    says(Cast.ELM, new Show.Does.Wall());
    var wall = new ArrayList<String>();
    seen().path("wall").properties().stream()
        .sorted(java.util.Comparator.comparing(each -> each.getValue().path("rank").asInt()))
        .forEach(each -> wall.add(each.getValue().path("alt").asText()));
    assertThat(wall).containsExactly("Our oak", "Our elm", "Our wall");
  }

  @Test
  void aWallWithoutPicturesIsAFirstLook() {
    assertThat(Show.of(Show.View.WALL).begin(Lessons.scene(), List.of()))
        .isEqualTo(Show.of(Show.View.LIVE));
    var hung = Show.of(Show.View.WALL).with(Lessons.shelf());
    assertThat(hung.begin(Lessons.scene(), List.of())).isSameAs(hung);
  }

  @Test
  void aClassIsToldHowManyItHasAndNotOfTheOthers() {
    var own = JsonNodeFactory.instance.objectNode();
    show.showOwn(own, Lessons.scene(), Audience.BOARD, Cast.OAK);
    assertThat(own.toString()).isEqualTo("{\"pictures\":2}");
    assertThat(seen().toString()).isEqualTo("{\"hangs\":true}");
  }

  @Test
  void whenTheSessionIsOverThePicturesStayWithTheirParcels() {
    says(Cast.OAK, new Show.Does.Turn(1));
    assertThat(show.end().toString()).doesNotContain("Our wall");
    var plan = Lessons.whole().showing(Lessons.shelf());
    assertThat(Lesson.of(plan, Cast.OAK).bare().toString()).doesNotContain("Our wall");
  }

  @Test
  void oneThatWasKeptBeforeThereWerePicturesIsRead() throws Exception {
    String before = "{\"do\":\"show\",\"whose\":\"" + Cast.OAK + "\"}";
    assertThat(Wire.JSON.readValue(before, Activity.class))
        .isEqualTo(new Show(Show.View.LIVE, Cast.OAK, 0, Shelf.NONE));
    String cards = "{\"do\":\"cards\",\"sort\":\"RULES\",\"cards\":[\"Listen.\"],\"at\":0}";
    assertThat(Wire.JSON.readValue(cards, Activity.class))
        .isEqualTo(Cards.of(Cards.Sort.RULES, List.of("Listen.")));
    says(Cast.OAK, new Show.Does.Turn(1));
    String written = Wire.JSON.writerFor(Activity.class).writeValueAsString(show);
    assertThat(Wire.JSON.readValue(written, Activity.class)).isEqualTo(show);
  }
}
