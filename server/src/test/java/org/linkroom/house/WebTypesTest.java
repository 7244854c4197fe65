package org.linkroom.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The types that web/live's scripts name in their comments, checked by the TypeScript compiler. It
/// and the Node that runs it come from Maven: nothing else has to be on the machine.
class WebTypesTest {
  private static final String COMPILER = "META-INF/resources/webjars/typescript";

  @TempDir Path folder;

  @Test
  void theScriptsKeepTheirTypes() throws Exception {
    assertThat(check(Path.of("web", "live"))).isEmpty();
  }

  @Test
  void aWrongTypeIsTold() throws Exception {
    var scripts = Files.createDirectory(folder.resolve("scripts"));
    Files.copy(Path.of("web", "live", "tsconfig.json"), scripts.resolve("tsconfig.json"));
    Files.writeString(
        scripts.resolve("wrong.js"), "/** @type {number} */\nexport const n = 'one';\n");
    assertThat(check(scripts)).contains("wrong.js(2,14): error TS2322");
  }

  /// What the compiler says; nothing if all is well.
  private String check(Path scripts) throws Exception {
    var process =
        new ProcessBuilder(
                node(), compiler().toString(), "--pretty", "false", "--project", scripts.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    assertThat(said.isBlank()).as(said).isEqualTo(code == 0);
    return said;
  }

  /// The Node inside Playwright's driver, the one that the browser tests use.
  private static String node() {
    return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
        .createProcessBuilder()
        .command()
        .getFirst();
  }

  private Path compiler() throws IOException {
    var lib = folder.resolve("typescript");
    var jar = Objects.requireNonNull(getClass().getClassLoader().getResource(COMPILER)).toString();
    var inside = URI.create(jar.substring(0, jar.indexOf("!/")));
    try (var files = FileSystems.newFileSystem(inside, Map.of());
        var versions = Files.list(files.getPath(COMPILER))) {
      var from = versions.findFirst().orElseThrow().resolve("lib");
      Files.createDirectories(lib);
      try (var some = Files.list(from)) {
        for (Path file : some.filter(Files::isRegularFile).toList()) {
          Files.copy(file, lib.resolve(file.getFileName().toString()));
        }
      }
    }
    return lib.resolve("tsc.js");
  }
}
