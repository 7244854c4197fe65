package org.linkroom.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every sentence that is asked for is there, and every one that is there is asked for.
class WordsTest {
  private static final Path JAVA = Path.of("server", "src", "main", "java", "org", "linkroom");
  private static final Path WORDS = Path.of("web", "words");
  private static final String KEY = "[a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*";

  /// A text in quotes of any kind.
  private static final Pattern LITERAL = Pattern.compile("([\"'`])((?:(?!\\1)[^\\\\\\n])*)\\1");

  /// What a page or a script asks for by its whole name.
  private static final Pattern ASKED =
      Pattern.compile("\\bt\\(\\s*([\"'])(" + KEY + ")\\1\\s*[,)]");

  /// What is written into the audit log is for programs.
  private static final Set<String> AUDIT =
      Set.of(
          "session.settle",
          "session.off",
          "concern.raise",
          "concern.read",
          "concern.handed",
          "link.make",
          "link.answer",
          "link.live",
          "link.end");

  private final Map<String, String> words = words();

  @Test
  void everySentenceThatAPageAsksForIsThere() throws IOException {
    var missing = new TreeSet<String>();
    for (Path file : files(Path.of("web", "pages"), ".ftlh")) {
      asked(file)
          .filter(key -> !words.containsKey(key))
          .forEach(key -> missing.add(file + " " + key));
    }
    for (Path file : files(Path.of("web", "live"), ".js")) {
      asked(file)
          .filter(key -> !words.containsKey("room." + key))
          .forEach(key -> missing.add(file + " room." + key));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everySentenceThatAHandlerAsksForIsThere() throws IOException {
    // A word of a handler's that begins as a sentence's key does and is none is a mistake of ours.
    var beginnings = words.keySet().stream().map(WordsTest::beginning).collect(Collectors.toSet());
    var missing = new TreeSet<String>();
    for (Path file : files(JAVA.resolve("web"), ".java")) {
      for (String text : literals(file)) {
        boolean key = text.matches(KEY) && text.contains(".") && !text.endsWith(".ftlh");
        boolean ours = key && beginnings.contains(beginning(text)) && !AUDIT.contains(text);
        if (ours
            && words.keySet().stream().noneMatch(word -> (word + ".").startsWith(text + "."))) {
          missing.add(file.getFileName() + " " + text);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everySentenceIsAskedFor() throws IOException {
    var ways = new HashSet<Pattern>();
    for (Path file : files(Path.of("web", "pages"), ".ftlh")) {
      literals(file).forEach(text -> ways.add(whole(text, "")));
    }
    for (Path file : handlers()) {
      literals(file).forEach(text -> ways.add(whole(text, "")));
    }
    for (Path file : files(Path.of("web", "live"), ".js")) {
      literals(file).forEach(text -> ways.add(whole(text, "room.")));
    }
    var unused = new TreeSet<>(words.keySet());
    unused.removeIf(key -> ways.stream().anyMatch(way -> way.matcher(key).matches()));
    assertThat(unused).isEmpty();
  }

  /// A text in quotes as a pattern of keys: one that ends in a dot is built on, and so is a
  /// script's
  /// `${…}`; any other is a whole key.
  private static Pattern whole(String text, String before) {
    if (!text.contains(".") && !text.matches(KEY)) {
      return Pattern.compile("(?!)");
    }
    var pattern = new StringBuilder(Pattern.quote(before));
    int from = 0;
    var holes = Pattern.compile("\\$\\{[^}]*}+").matcher(text);
    while (holes.find()) {
      pattern.append(Pattern.quote(text.substring(from, holes.start()))).append("[a-z.-]+");
      from = holes.end();
    }
    pattern.append(Pattern.quote(text.substring(from)));
    return Pattern.compile(pattern + (text.endsWith(".") ? ".+" : ""));
  }

  @Test
  void noSentenceStandsInTwoFiles() throws IOException {
    var where = new TreeMap<String, List<String>>();
    for (Path file : files(WORDS, ".properties")) {
      for (String line : Files.readAllLines(file)) {
        if (line.matches(KEY + " *=.*")) {
          where
              .computeIfAbsent(line.split("=")[0].strip(), key -> new ArrayList<>())
              .add(file.getFileName().toString());
        }
      }
    }
    where.values().removeIf(files -> files.size() == 1);
    assertThat(where).isEmpty();
  }

  private static String beginning(String key) {
    return key.replaceFirst("\\..*", "");
  }

  private static Stream<String> asked(Path file) throws IOException {
    return ASKED.matcher(Files.readString(file)).results().map(found -> found.group(2));
  }

  private static List<String> literals(Path file) throws IOException {
    return LITERAL.matcher(Files.readString(file)).results().map(found -> found.group(2)).toList();
  }

  private static List<Path> handlers() throws IOException {
    return Stream.of(
            "web", "session", "people", "entry", "safety", "network", "check", "day", "report",
            "intake", "year")
        .filter(of -> Files.exists(JAVA.resolve(of)))
        .flatMap(of -> files(JAVA.resolve(of), ".java").stream())
        .toList();
  }

  private static List<Path> files(Path folder, String ending) {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }

  private static Map<String, String> words() {
    var all = new HashMap<String, String>();
    for (Path file : files(WORDS, ".properties")) {
      var some = new Properties();
      try (var in = Files.newBufferedReader(file, UTF_8)) {
        some.load(in);
      } catch (IOException fault) {
        throw new java.io.UncheckedIOException(fault);
      }
      some.forEach((key, text) -> all.put((String) key, (String) text));
    }
    return all;
  }
}
