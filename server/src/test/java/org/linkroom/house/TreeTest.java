package org.linkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tree is what its map says, and a page asks no other machine for anything.
class TreeTest {
  private static final Set<String> TOP =
      Set.of(".ci", ".gitignore", "README.md", "config", "deploy", "pom.xml", "server", "web");

  /// What a run leaves, and what belongs to a person's tools.
  private static final Set<String> LEFT =
      Set.of(".git", ".idea", ".jqwik-database", ".linkroom", "node_modules", "target");

  private static final Pattern HOST =
      Pattern.compile("(?:https?:|wss?:)?//[a-z0-9][a-z0-9.-]*\\.[a-z]{2,}");

  /// The one text that is written as it is: JSON inside a script element, each < of it escaped.
  private static final String WORDS = "id=\"words\">${words?no_esc}</script>";

  /// A name of XML's, which no browser ever asks for.
  private static final String SVG = "http://www.w3.org/2000/svg";

  @Test
  void theTopOfTheTreeIsWhatTheMapSays() throws IOException {
    try (var top = Files.list(Path.of(""))) {
      var names = top.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
      names.removeAll(LEFT);
      assertThat(TOP).containsAll(names);
    }
  }

  @Test
  void everyTemplateEscapesWhatItWrites() throws IOException {
    // FreeMarker escapes by the ending: an .ftl writes what a teacher typed as it is.
    assertThat(files(Path.of("web", "pages")))
        .isNotEmpty()
        .allMatch(file -> file.toString().endsWith(".ftlh"));
    for (Path file : files(Path.of("web", "pages"))) {
      assertThat(Files.readString(file).replace(WORDS, ""))
          .as(file.toString())
          .doesNotContain("?no_esc", "<#noautoesc", "<#outputformat");
    }
  }

  @Test
  void noPageScriptOrStyleNamesAnotherHost() throws IOException {
    var named = new TreeSet<String>();
    for (Path file : texts()) {
      HOST.matcher(Files.readString(file).replace(SVG, ""))
          .results()
          .forEach(found -> named.add(file + " " + found.group()));
    }
    assertThat(named).isEmpty();
  }

  @Test
  void noPageCarriesAScriptOrAStyleWithinIt() throws IOException {
    // The content policy would not run it, and nobody would see why.
    for (Path file : files(Path.of("web", "pages"))) {
      String page = Files.readString(file);
      assertThat(page)
          .as(file.toString())
          .doesNotContainPattern("<[a-z][^<>]*\\s(on[a-z]+|style)=|<style");
      var scripts = Pattern.compile("<script(?![^>]*(src=|type=\"application/json\"))");
      assertThat(page).as(file.toString()).doesNotContainPattern(scripts);
    }
  }

  private static List<Path> texts() throws IOException {
    var some = new java.util.ArrayList<Path>();
    for (String folder : List.of("pages", "live", "style", "media")) {
      some.addAll(
          files(Path.of("web", folder)).stream()
              .filter(
                  file ->
                      Stream.of(".ftlh", ".js", ".css", ".svg").anyMatch(file.toString()::endsWith))
              .toList());
    }
    return some;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
