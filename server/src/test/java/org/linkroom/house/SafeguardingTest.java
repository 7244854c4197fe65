package org.linkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every rule of safeguarding has the test that holds it, or the reason why software cannot.
class SafeguardingTest {
  private static final Path TESTS = Path.of("server", "src", "test", "java");
  private static final Pattern ROW = Pattern.compile("\\| (D\\d+) \\| .+ \\| (.+) \\|");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

  private static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("server", "SAFEGUARDING.md")).stream()
        .filter(line -> line.startsWith("| D"))
        .toList();
  }

  @Test
  void everyRuleIsThereOnce() throws IOException {
    var names = new ArrayList<String>();
    for (String row : rows()) {
      var match = ROW.matcher(row);
      assertThat(match.matches()).as(row).isTrue();
      names.add(match.group(1));
    }
    assertThat(names)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 33).mapToObj(n -> "D" + n).toList());
  }

  @Test
  void eachNamesATestThatIsThereOrSaysWhyThereIsNone() throws IOException {
    for (String row : rows()) {
      var tests = TEST.matcher(row);
      boolean any = false;
      while (tests.find()) {
        any = true;
        assertThat(source(tests.group(1))).as(row).contains(" " + tests.group(2) + "(");
      }
      assertThat(any || row.contains("Not software’s") || row.contains("Not yet")).as(row).isTrue();
    }
  }

  private static String source(String test) throws IOException {
    try (var files = Files.walk(TESTS)) {
      var file = files.filter(f -> f.endsWith(test + ".java")).findFirst();
      assertThat(file).as(test).isPresent();
      return Files.readString(file.orElseThrow());
    }
  }
}
