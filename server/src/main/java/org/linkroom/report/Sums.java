package org.linkroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linkroom.base.Words;
import org.linkroom.network.Choices;

/// A year's figures as tables, in words: what is counted, and how often.
public final class Sums {
  private static final List<String> LINK_KINDS =
      List.of("between", "within", "halves", "special", "partner");

  private static final List<String> TRAININGS = List.of("training-1", "training-2");
  private static final List<String> EVENTS = List.of("exchange", "venue", "visit", "celebration");

  private final Words words;
  private final List<Table.Column> columns;

  /// Make them of these sentences.
  public Sums(Words words) {
    this.words = words;
    columns =
        List.of(
            new Table.Column(words.say("records.what"), Table.Kind.TEXT),
            new Table.Column(words.say("figures.number"), Table.Kind.SUM));
  }

  /// All of a year, in the order in which it is told.
  public List<Table> of(Figures.Year year) {
    return List.of(
        summed("links", "linking.kind.", LINK_KINDS, year.links()),
        sessions(year),
        classes(year),
        summed("phases", "network.phase.", Choices.PHASES, year.phases()),
        summed("characters", "network.character.", Choices.CHARACTERS, year.characters()),
        items(year));
  }

  private Table.Row row(String name, long number) {
    return Table.Row.of("", name, number);
  }

  private static long count(Map<String, Long> all, String word) {
    return all.getOrDefault(word, 0L);
  }

  private Table table(String name, List<Table.Row> rows) {
    return Table.of(words.say("figures." + name), columns, rows);
  }

  private Table summed(String name, String key, List<String> order, Map<String, Long> all) {
    var rows = order.stream().map(word -> row(words.say(key + word), count(all, word))).toList();
    return table(name, rows).summed(words.say("records.total"));
  }

  /// Sessions that were planned, and what became of them. Those that took place stand by kind.
  private Table sessions(Figures.Year year) {
    var met = new TreeMap<String, Long>();
    var missed = new TreeMap<String, Long>();
    year.held()
        .forEach(
            (word, n) -> {
              String[] of = word.split("/", 2);
              (of[1].equals("met") ? met : missed)
                  .merge(of[1].equals("met") ? of[0] : of[1], n, Long::sum);
            });
    long coming = count(year.sums(), "coming");
    long over = year.held().values().stream().mapToLong(Long::longValue).sum();
    var rows = new ArrayList<Table.Row>();
    rows.add(row(words.say("figures.planned"), over + coming));
    met.forEach(
        (kind, n) -> rows.add(row(words.say("figures.held", words.say("kind." + kind)), n)));
    for (String outcome : List.of("not-met", "called-off", "lapsed")) {
      rows.add(row(words.say("records.outcome." + outcome), count(missed, outcome)));
    }
    rows.add(row(words.say("figures.coming"), coming));
    return table("sessions", rows);
  }

  private Table classes(Figures.Year year) {
    var rows =
        List.of("linked", "met", "children", "minutes").stream()
            .map(word -> row(words.say("figures.is." + word), count(year.sums(), word)))
            .toList();
    return table("classes", rows);
  }

  private Table items(Figures.Year year) {
    var rows = new ArrayList<Table.Row>();
    TRAININGS.forEach(
        kind -> rows.add(row(words.say("figures.came." + kind), count(year.items(), kind))));
    EVENTS.forEach(
        kind -> rows.add(row(words.say("linking.item." + kind), count(year.items(), kind))));
    return table("items", rows);
  }
}
