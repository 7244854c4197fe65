package org.linkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.testing.NodeJs;

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
    var ran =
        NodeJs.run(compiler().toString(), "--pretty", "false", "--project", scripts.toString());
    assertThat(ran.said().isBlank()).as(ran.said()).isEqualTo(ran.code() == 0);
    return ran.said();
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
