package org.linkroom.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.safety.Kept;
import org.linkroom.safety.Retention;

/// For how long things are kept: the network chooses within bounds, and reads what was erased.
final class KeptHandler {
  private final Kept kept;
  private final Audit audit;

  KeptHandler(Kept kept, Audit audit) {
    this.kept = kept;
    this.audit = audit;
  }

  void routes(Routes routes) {
    var coordinator = Who.having(Role.Kind.COORDINATOR);
    routes.get("/network/kept", coordinator, this::show);
    routes.post("/network/kept", coordinator, this::choose);
  }

  /// One thing that is kept.
  ///
  /// @param key of its words
  /// @param field of the form; only what has bounds can be chosen
  /// @param time in words
  public record Row(
      String key,
      String field,
      long days,
      String time,
      Kept.@Nullable Bounds bounds,
      Kept.@Nullable Erased erased) {}

  private Map<String, Object> model(Visit visit) {
    var all = kept.all().await();
    var erased = kept.lastErased().await();
    List<Row> rows =
        Retention.RULES.stream()
            .map(
                rule -> {
                  var time = all.getOrDefault(rule.what(), rule.kept());
                  return new Row(
                      FrontHandler.key(rule.what()),
                      field(rule.what()),
                      time.toDays(),
                      FrontHandler.time(time, visit.words()),
                      Kept.BOUNDS.get(rule.what()),
                      erased.get(rule.what()));
                })
            .toList();
    return Map.of("rows", rows);
  }

  private static String field(String what) {
    return what.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }

  private void show(Visit visit) {
    visit.page("safety/kept.ftlh", model(visit));
  }

  private void choose(Visit visit) {
    var before = kept.all().await();
    var chosen = new LinkedHashMap<String, Integer>();
    Kept.BOUNDS.forEach(
        (what, bounds) ->
            chosen.put(what, visit.form().number(field(what), bounds.least(), bounds.most())));
    if (!visit.form().good()) {
      visit.again("safety/kept.ftlh", model(visit));
      return;
    }
    chosen.forEach(
        (what, days) -> {
          if (!Duration.ofDays(days).equals(before.get(what))) {
            kept.choose(what, days).await();
            audit.write(visit.me().id(), "retention.change", field(what)).await();
          }
        });
    visit.go("/network/kept");
  }
}
