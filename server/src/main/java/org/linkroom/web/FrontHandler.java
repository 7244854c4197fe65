package org.linkroom.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linkroom.base.Words;
import org.linkroom.safety.Kept;
import org.linkroom.safety.Retention;

/// The first page, and the few that say how things are.
final class FrontHandler {
  private static final long YEAR_DAYS = 365;

  private final Kept times;

  FrontHandler(Kept times) {
    this.times = times;
  }

  void routes(Routes routes) {
    routes.get("/", Who.anyone(), this::front);
    routes.get("/accessibility", Who.anyone(), visit -> visit.page("accessibility.ftlh", Map.of()));
    routes.get("/privacy", Who.anyone(), this::privacy);
    routes.get("/cookies", Who.anyone(), visit -> visit.page("cookies.ftlh", Map.of()));
    routes.get("/assessment", Who.anyone(), visit -> visit.page("assessment.ftlh", Map.of()));
  }

  private void front(Visit visit) {
    if (visit.maybe().isPresent()) {
      visit.go("/home");
    } else {
      visit.page("front.ftlh", Map.of());
    }
  }

  /// What is kept how long, in the words of the page.
  ///
  /// @param key of what is kept; at `.time` may stand a time that is no length
  public record Row(String key, String time) {}

  /// The page reads the very table that the erasing goes by, so that it cannot promise otherwise.
  private void privacy(Visit visit) {
    var all = times.all().await();
    List<Row> kept =
        Retention.RULES.stream()
            .map(
                rule ->
                    new Row(
                        key(rule.what()),
                        time(all.getOrDefault(rule.what(), rule.kept()), visit.words())))
            .toList();
    visit.page("privacy.ftlh", Map.of("kept", kept));
  }

  static String key(String what) {
    return "privacy.kept."
        + what.toLowerCase(Locale.ROOT).replaceAll("[^a-z -]", "").replace(' ', '-');
  }

  static String time(Duration kept, Words words) {
    long days = kept.toDays();
    if (days == 0) {
      return words.say("privacy.time.hour");
    }
    if (days < YEAR_DAYS) {
      return days == 1 ? words.say("privacy.time.day") : words.say("privacy.time.days", days);
    }
    long years = days / YEAR_DAYS;
    return years == 1 ? words.say("privacy.time.year") : words.say("privacy.time.years", years);
  }
}
