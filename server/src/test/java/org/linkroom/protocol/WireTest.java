package org.linkroom.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.base.Id;

class WireTest {
  record Thing(Id id, Instant at, int many, @Nullable String word) {}

  private static final String GOOD = "{\"id\":\"thing0000000\",\"at\":1500,\"many\":2}";

  @Test
  void aThingIsReadAsItWasWritten() throws Exception {
    var thing = new Thing(new Id("thing0000000"), Instant.ofEpochMilli(1500), 2, null);
    assertThat(Wire.write(thing)).isEqualTo(GOOD);
    assertThat(Wire.JSON.readValue(GOOD, Thing.class)).isEqualTo(thing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"thing0000000\",\"at\":1500,\"many\":2,\"more\":1}",
        "{\"id\":\"thing0000000\",\"at\":1500,\"many\":null}",
        "{\"id\":\"thing0000000\",\"at\":1500}",
        "{\"id\":\"THING\",\"at\":1500,\"many\":2}",
        "{\"id\":\"thing0000000\",\"at\":1500,\"many\":2} {}",
      })
  void whatIsUnknownMissingWrongOrTrailingIsRefused(String text) {
    assertThatThrownBy(() -> Wire.JSON.readValue(text, Thing.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nonsense", "{} {}", "\u0000"})
  void whatIsNotOneValueIsNone(String text) {
    assertThat(Wire.read(text)).isEmpty();
  }

  @Test
  void mapsAreWrittenInTheOrderOfTheirKeys() {
    assertThat(
            Wire.write(new LinkedHashMap<>(new TreeMap<>(Map.of("b", 1, "a", 2)).descendingMap())))
        .isEqualTo("{\"a\":2,\"b\":1}");
  }

  @Test
  void everyRefusalAndEveryGoodbyeHasAWordAndASentenceOfItsOwn() {
    assertThat(Refusal.values()).extracting(Refusal::code).doesNotHaveDuplicates();
    assertThat(Refusal.values())
        .extracting(Refusal::code)
        .allMatch(c -> c.matches("[a-z]+\\.[a-z]+"));
    assertThat(Goodbye.values()).extracting(Goodbye::code).doesNotHaveDuplicates();
    assertThat(Goodbye.values()).extracting(Goodbye::code).allMatch(c -> c >= 4000 && c < 5000);
    assertThat(Arrays.stream(Goodbye.values()).map(Goodbye::why))
        .allMatch(why -> why.endsWith("."));
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::why))
        .allMatch(why -> why.endsWith("."));
  }
}
