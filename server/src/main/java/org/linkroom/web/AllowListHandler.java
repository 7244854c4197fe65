package org.linkroom.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.linkroom.check.AllowList;
import org.linkroom.check.KitCheck;

/// What the manager of a school's network lets through: a page to print, and the same as text.
final class AllowListHandler {
  private final AllowList list;

  AllowListHandler(AllowList list) {
    this.list = list;
  }

  void routes(Routes routes) {
    routes.get("/allow-list", Who.anyone(), this::show);
    routes.get("/allow-list/text", Who.anyone(), this::text);
  }

  private void show(Visit visit) {
    visit.page("check/allow-list.ftlh", Map.of("list", list, "speed", speed()));
  }

  private static String speed() {
    return "%.1f".formatted(KitCheck.GOOD_SPEED / 1000.0);
  }

  private void text(Visit visit) {
    var words = visit.words();
    String rows =
        list.rows().stream()
            .map(
                row ->
                    "%s  %s %d  %s"
                        .formatted(
                            row.host(),
                            words.say("allow.by." + row.protocol()),
                            row.port(),
                            words.say("allow.what." + row.what())))
            .collect(Collectors.joining("\n"));
    visit.text(
        "text/plain; charset=utf-8",
        words.say("allow.text", list.host(), rows, list.mailFrom(), speed()));
  }
}
