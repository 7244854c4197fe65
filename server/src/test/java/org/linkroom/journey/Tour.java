package org.linkroom.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What server/TOUR.md says, read as it stands there: who presses which words, and what she finds.
final class Tour {
  private static final Path PAGE = Path.of("server", "TOUR.md");

  /// "Miss Khan, teacher of 4B: **Go in** → **The class** ⇒ *4K* with “Join with sound”".
  private static final Pattern WAY =
      Pattern.compile(
          "^(?<who>[^,:*\\n]+), [^:*\\n]+: (?<clicks>.+) ⇒ \\*(?<heading>[^*]+)\\* with “(?<says>[^”]+)”$",
          Pattern.MULTILINE);

  /// "**Go in**", or "beside *Mr Nowak* **Has left**".
  private static final Pattern CLICK =
      Pattern.compile("(?:beside \\*(?<beside>[^*]+)\\* )?\\*\\*(?<word>[^*]+)\\*\\*");

  private static final Pattern PICTURE =
      Pattern.compile("^!\\[[^]]+]\\(pictures/tour/(?<name>[a-z-]+)\\.jpg\\)$", Pattern.MULTILINE);

  private Tour() {}

  /// One press.
  ///
  /// @param beside whom or what it stands beside, where the same word stands on a page many times
  record Click(String word, @Nullable String beside) {
    /// What it is called by a program that reads the page aloud.
    String name() {
      return beside == null ? word : word + " " + beside;
    }
  }

  /// One task.
  ///
  /// @param heading of the page that she comes to; one that ends in … goes on with the school year
  /// @param says what else stands there
  record Task(
      String title, String who, List<Click> clicks, String heading, String says, String picture) {
    @Override
    public String toString() {
      return title;
    }
  }

  /// All tasks, in their order.
  static List<Task> tasks() throws IOException {
    return Arrays.stream(Files.readString(PAGE).split("\n## ")).skip(1).map(Tour::task).toList();
  }

  private static Task task(String part) {
    String title = part.lines().findFirst().orElseThrow();
    var way = WAY.matcher(part);
    var picture = PICTURE.matcher(part);
    if (!way.find() || !picture.find()) {
      throw new AssertionError("No way or no picture: " + title);
    }
    var clicks = Arrays.stream(way.group("clicks").split(" → ")).map(Tour::click).toList();
    return new Task(
        title,
        way.group("who"),
        clicks,
        way.group("heading"),
        way.group("says"),
        picture.group("name"));
  }

  private static Click click(String text) {
    var click = CLICK.matcher(text);
    if (!click.matches()) {
      throw new AssertionError("No word to press: " + text);
    }
    return new Click(click.group("word"), click.group("beside"));
  }
}
