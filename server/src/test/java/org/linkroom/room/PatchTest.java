package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linkroom.protocol.Wire;

/// JSON Merge Patch (RFC 7396), made of two whole documents.
class PatchTest {

  @Property
  void aPatchLeadsFromOneDocumentToTheOther(
      @ForAll("documents") ObjectNode one, @ForAll("documents") ObjectNode other) {
    assertThat(Patch.apply(one, Patch.diff(one, other))).isEqualTo(other);
  }

  @Property
  void equalDocumentsDifferByNothing(@ForAll("documents") ObjectNode one) {
    assertThat(Patch.diff(one, one.deepCopy()).isEmpty()).isTrue();
  }

  @Property
  void aPatchTakesNothingFromTheDocumentsThatItWasMadeOf(
      @ForAll("documents") ObjectNode one, @ForAll("documents") ObjectNode other) {
    var before = one.deepCopy();
    var after = other.deepCopy();
    Patch.apply(one, Patch.diff(one, other));
    assertThat(one).isEqualTo(before);
    assertThat(other).isEqualTo(after);
  }

  /// The examples of RFC 7396, appendix A, that begin with an object and hold no null.
  @Example
  void theExamplesOfTheStandard() {
    var examples =
        Map.of(
            "{'a':'b'} {'a':'c'}", "{'a':'c'}",
            "{'a':'b'} {'b':'c'}", "{'a':'b','b':'c'}",
            "{'a':'b'} {'a':null}", "{}",
            "{'a':'b','b':'c'} {'a':null}", "{'b':'c'}",
            "{'a':['b']} {'a':'c'}", "{'a':'c'}",
            "{'a':'c'} {'a':['b']}", "{'a':['b']}",
            "{'a':{'b':'c'}} {'a':{'b':'d','c':null}}", "{'a':{'b':'d'}}",
            "{'a':[{'b':'c'}]} {'a':[1]}", "{'a':[1]}",
            "{} {'a':{'bb':{'ccc':null}}}", "{'a':{'bb':{}}}");
    examples.forEach(
        (given, expected) -> {
          String[] both = given.split(" ");
          assertThat(Patch.apply(json(both[0]), json(both[1]))).as(given).isEqualTo(json(expected));
        });
  }

  /// Why patches are never merged with one another: what the first takes away the second may put
  /// back in part, and the sum forgets the rest.
  @Example
  void twoPatchesAreNotOne() {
    var first = json("{'a':{'b':1,'c':2}}");
    var second = json("{}");
    var third = json("{'a':{'b':1}}");
    var one = Patch.diff(first, second);
    var two = Patch.diff(second, third);
    assertThat(Patch.apply(Patch.apply(first, one), two)).isEqualTo(third);
    assertThat(Patch.apply(first, Patch.apply(one, two))).isNotEqualTo(third);
  }

  @Provide
  Arbitrary<ObjectNode> documents() {
    return objects(nodes(3));
  }

  private static Arbitrary<JsonNode> nodes(int depth) {
    var json = JsonNodeFactory.instance;
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 3).map(json::numberNode),
            Arbitraries.of("", "x", "null").map(json::textNode),
            Arbitraries.of(true, false).map(json::booleanNode),
            Arbitraries.of(1, 2)
                .list()
                .ofMaxSize(2)
                .map(
                    all -> {
                      var array = json.arrayNode();
                      all.forEach(array::add);
                      return array;
                    }));
    return depth == 0
        ? leaf
        : Arbitraries.oneOf(leaf, objects(nodes(depth - 1)).map(object -> object));
  }

  private static Arbitrary<ObjectNode> objects(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), values)
        .ofMaxSize(4)
        .map(
            fields -> {
              var object = JsonNodeFactory.instance.objectNode();
              fields.forEach(object::set);
              return object;
            });
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) Wire.read(text.replace('\'', '"')).orElseThrow();
  }
}
