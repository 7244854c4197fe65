package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Lessons;

/// Both classes draw on one sheet, each its own lines, and it never outgrows a document.
class DrawingTest {
  private static Act.Outcome tried(Drawing is, Act act, Id classId, boolean tablet) {
    var teller = new Act.Teller(id("device"), classId, !tablet, tablet, false);
    return act.act(is, teller, Lessons.scene(), Instant.EPOCH);
  }

  private static Drawing does(Drawing is, Id classId, Act act) {
    return tried(is, act, classId, false) instanceof Act.Outcome.Next next
        ? (Drawing) next.activity()
        : is;
  }

  private static Act line(int points) {
    return new Drawing.Does.Line("0a1z".repeat(points));
  }

  @Test
  void eachClassTakesAwayOnlyWhatIsItsOwn() {
    var is = does(does(Drawing.of("Our promise"), OAK, line(3)), ELM, line(2));
    var oaks = is.strokes().entrySet().stream().filter(e -> e.getValue().by().equals(OAK));
    var undo = new Drawing.Does.Undo(oaks.findFirst().orElseThrow().getKey());
    assertThat(tried(is, undo, ELM, false)).isEqualTo(Act.no(Refusal.NOT_YOURS));
    assertThat(does(is, OAK, undo).strokes().values())
        .extracting(Drawing.Stroke::by)
        .containsExactly(ELM);
    var cleared = does(is, ELM, new Drawing.Does.Clear());
    assertThat(cleared.strokes().values()).extracting(Drawing.Stroke::by).containsExactly(OAK);
    assertThat(does(cleared, ELM, new Drawing.Does.Clear())).isSameAs(cleared);
  }

  @Test
  void theReportHasEachLineInTheOrderInWhichItWasDrawnAndNothingOfAnEmptySheet() {
    var is = Drawing.of("Our promise");
    assertThat(is.told(Lessons.scene())).isEmpty();
    is = does(is, ELM, new Drawing.Does.Line("000a" + "zzk8"));
    is = does(is, OAK, new Drawing.Does.Line("0a1z"));
    var told = is.told(Lessons.scene()).getFirst();
    assertThat(told.rows()).containsExactly(Told.line(null, "Our promise", ""));
    assertThat(told.drawn()).extracting(Drawing.Stroke::by).containsExactly(ELM, OAK);
    assertThat(told.drawn())
        .extracting(Drawing.Stroke::points)
        .as("a dot is a line of nearly no length")
        .containsExactly("0,10 1295,728", "10,71 11,71");
  }

  @Test
  void aTabletDoesNotDraw() {
    assertThat(tried(Drawing.of("Our promise"), line(2), OAK, true))
        .isEqualTo(Act.no(Refusal.NOT_ALLOWED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0a1", "0a1Z", "0a1z<svg", "0a1z 0a1z", "-a1z"})
  void nothingButPointsIsALine(String line) {
    assertThat(tried(Drawing.of("x"), new Drawing.Does.Line(line), OAK, false))
        .isEqualTo(Act.no(Refusal.MALFORMED));
    assertThat(tried(Drawing.of("x"), line(Drawing.POINTS + 1), OAK, false))
        .isEqualTo(Act.no(Refusal.MALFORMED));
  }

  @Property(tries = 60)
  void howeverMuchIsDrawnEachClassKeepsItsShareAndADocumentHoldsAll(
      @ForAll @Size(min = 300, max = 500)
          List<@IntRange(min = 1, max = Drawing.POINTS) Integer> lines) {
    var is = Drawing.of("Our promise");
    for (int points : lines) {
      is = does(is, OAK, line(points));
    }
    assertThat(tried(is, line(Drawing.POINTS), OAK, false)).isEqualTo(Act.no(Refusal.LIST_FULL));
    assertThat(tried(is, line(Drawing.POINTS), ELM, false))
        .as("there is room for the other class")
        .isInstanceOf(Act.Outcome.Next.class);
    for (int i = 0; i < 2 * Drawing.MOST; i++) {
      is = does(is, ELM, line(1));
    }
    var node = JsonNodeFactory.instance.objectNode();
    is.show(node, Lessons.scene(), Audience.BOARD);
    assertThat(node.toString().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(Limits.DOCUMENT_BYTES / 3);
  }
}
