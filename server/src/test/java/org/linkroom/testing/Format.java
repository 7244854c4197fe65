package org.linkroom.testing;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The house's Java format: `write` mends every source file, `check` fails when one is not as it
/// should be.
public final class Format {
  private static final Path SOURCES = Path.of("server", "src");

  private Format() {}

  /// Check or write, as the one argument says.
  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean write = arguments[0].equals("write");
    var wrong = new ArrayList<Path>();
    for (Path file : files()) {
      String before = Files.readString(file);
      String after = formatted(before);
      if (!after.equals(before)) {
        wrong.add(file);
        if (write) {
          Files.writeString(file, after);
        }
      }
    }
    if (!write && !wrong.isEmpty()) {
      wrong.forEach(System.out::println);
      System.out.println("These are not formatted; this mends them: mvn validate exec:exec@format");
      System.exit(1);
    }
  }

  private static List<Path> files() throws IOException {
    try (var all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String formatted(String source) throws FormatterException {
    String ordered =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
