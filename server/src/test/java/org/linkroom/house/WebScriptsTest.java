package org.linkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.testing.NodeJs;

/// The tests of web/live's own scripts, which need no page: they are scripts too, under
/// server/src/test/web, run by Node.
class WebScriptsTest {
  private static final Path TESTS = Path.of("server", "src", "test", "web");

  @Test
  void theScriptsDoWhatTheirTestsSay() throws Exception {
    assertThat(tests()).isNotEmpty();
    for (String test : tests()) {
      var ran = NodeJs.run("--test-reporter=spec", "--test", test);
      assertThat(ran.code()).as(ran.said()).isZero();
      assertThat(ran.said()).contains("fail 0").doesNotContain("pass 0");
    }
  }

  @Test
  void aTestThatFailsIsTold(@TempDir Path folder) throws Exception {
    var wrong = folder.resolve("wrong.test.mjs");
    Files.writeString(wrong, "import test from 'node:test';\ntest('no', () => { throw 'no'; });\n");
    assertThat(NodeJs.run("--test", wrong.toString()).code()).isNotZero();
  }

  private static List<String> tests() throws IOException {
    try (var files = Files.list(TESTS)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".test.js")).sorted().toList();
    }
  }
}
