package org.linkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// What is long is read by nobody: files and methods stay small.
class SizesTest {
  private static final int FILE_LINES = 250;

  /// A test is a list of sentences and tables; more of them in one place do no harm.
  private static final int TEST_LINES = 350;

  private static final int METHOD_LINES = 30;

  /// Longer, each for a reason: what runs on a room's one loop is read together, and so is the one
  /// loading of a network.
  private static final Map<String, Integer> FILES =
      Map.of("RoomActor.java", 290, "LivePage.java", 260, "Demo.java", 290);

  /// Longer, each for a reason: one statement of SQL, one form's ways out, one document's fields,
  /// one question after another.
  private static final Set<String> METHODS =
      Set.of(
          "Demo.java session",
          "SignInHandler.java mail",
          "Views.java own",
          "ConcernHandler.java raise");

  @Test
  void aFileHasNoMoreThan250Lines() throws IOException {
    var tooLong = new TreeMap<String, Integer>();
    for (Path file : files(".java", ".js", ".css", ".ftlh", ".lua", ".properties")) {
      int lines = Files.readAllLines(file).size();
      int most = file.startsWith(Path.of("server", "src", "test")) ? TEST_LINES : FILE_LINES;
      if (lines > FILES.getOrDefault(file.getFileName().toString(), most)) {
        tooLong.put(file.toString(), lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void aMethodHasNoMoreThan30Lines() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files(".java"));
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
      var methods = new Methods(Trees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        methods.scan(unit, unit);
      }
      assertThat(methods.tooLong).isEmpty();
    }
  }

  /// The lines of each method's body.
  private static final class Methods extends TreeScanner<Void, CompilationUnitTree> {
    private final Trees trees;
    private final Map<String, Long> tooLong = new TreeMap<>();

    Methods(Trees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      if (method.getBody() != null) {
        var positions = trees.getSourcePositions();
        var lines = unit.getLineMap();
        long from = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long to = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        String name =
            Path.of(unit.getSourceFile().getName()).getFileName() + " " + method.getName();
        if (to - from - 1 > METHOD_LINES && !METHODS.contains(name)) {
          tooLong.put(name, to - from - 1);
        }
      }
      return super.visitMethod(method, unit);
    }
  }

  private static List<Path> files(String... endings) throws IOException {
    try (var server = Files.walk(Path.of("server", "src"));
        var web = Files.walk(Path.of("web"))) {
      return Stream.concat(server, web)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
