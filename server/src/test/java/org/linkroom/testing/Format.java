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
import java.util.regex.Pattern;

/// The house's Java format: `write` mends every source file, `check` fails when one is not as it
/// should be.
public final class Format {
  private static final Path SOURCES = Path.of("server", "src");
  private static final int WIDTH = 100;
  private static final Pattern COMMENT = Pattern.compile("(?<head> *///? )\\S.*");

  /// A line that goes on with the sentence before it: no tag, list, heading or table begins here.
  private static final Pattern FLOWING =
      Pattern.compile("(?<head> *///? )(?<text>(?![@*#|`>-])\\S.*)");

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
    return new Formatter().formatSource(wrapped(ordered));
  }

  /// Break long lines of comments between words, what is over going on in the next line. The
  /// formatter itself would begin a line of its own, and in documentation a plain comment.
  private static String wrapped(String source) {
    var lines = new ArrayList<>(source.lines().toList());
    for (int i = 0; i < lines.size(); i++) {
      var comment = COMMENT.matcher(lines.get(i));
      if (lines.get(i).length() <= WIDTH || !comment.matches()) {
        continue;
      }
      int at = lines.get(i).lastIndexOf(' ', WIDTH);
      if (at <= comment.end("head")) {
        continue;
      }
      String over = lines.get(i).substring(at + 1);
      lines.set(i, lines.get(i).substring(0, at));
      var next = i + 1 < lines.size() ? FLOWING.matcher(lines.get(i + 1)) : null;
      if (next != null && next.matches() && next.group("head").equals(comment.group("head"))) {
        lines.set(i + 1, next.group("head") + over + " " + next.group("text"));
      } else {
        lines.add(i + 1, comment.group("head") + over);
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
