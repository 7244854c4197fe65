package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// What pages promise is what the table says.
class RetentionWordsTest {

  @Test
  void theReaderOfAConcernIsToldWhenItsWordsGo() throws IOException {
    assertThat(kept("words of concerns that were read")).isEqualTo(Duration.ofDays(30));
    assertThat(words("safety", "concerns.lead")).contains("erased here 30 days after");
  }

  private static Duration kept(String what) {
    return Retention.RULES.stream()
        .filter(rule -> rule.what().equals(what))
        .findFirst()
        .orElseThrow()
        .kept();
  }

  private static String words(String file, String key) throws IOException {
    var words = new Properties();
    String path = "/web/words/" + file + ".properties";
    try (var in = Objects.requireNonNull(Retention.class.getResourceAsStream(path))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words.getProperty(key, "");
  }
}
