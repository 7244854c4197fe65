package org.linkroom.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linkroom.base.Words;
import org.linkroom.session.SchoolClock;

/// The tables of attendance, in words.
public final class Tables {
  /// As people write it and as spreadsheets read it.
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(SchoolClock.LONDON);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(SchoolClock.LONDON);

  private final Words words;

  /// Make them of these sentences.
  public Tables(Words words) {
    this.words = words;
  }

  /// Classes in their sessions; each line leads to its session's record.
  public Table sessions(List<Attendance.Held> all) {
    return table(
        "sessions",
        columns(
            "day",
            "clock",
            "class",
            "school",
            "with",
            "kind",
            "outcome",
            "#planned",
            "#together",
            "+connected"),
        all,
        one ->
            Table.Row.of(
                "/sessions/" + one.session() + "/record",
                DAY.format(one.at()),
                CLOCK.format(one.at()),
                one.label(),
                one.school(),
                one.partners(),
                words.say("kind." + one.kind()),
                words.say("records.outcome." + one.outcome()),
                one.planned(),
                one.together(),
                one.minutes()));
  }

  /// Links; each line leads to the link's own records.
  public Table links(List<Tallies.OfLink> all) {
    return table(
        "links",
        columns("link", "linkkind", "+met", "+notmet", "+off", "+lapsed", "+together"),
        all,
        one ->
            row(
                "/links/" + one.id() + "/records",
                List.of(one.classes(), words.say("linking.kind." + one.kind())),
                one.counts()));
  }

  /// Classes.
  public Table classes(List<Tallies.OfClass> all) {
    return table(
        "classes",
        columns("class", "school", "+children", "#met", "#notmet", "#off", "#lapsed", "+connected"),
        all,
        one -> row("", List.of(one.label(), one.school(), one.size()), one.counts()));
  }

  /// A programme's schools; each line leads to the school's own records of that year.
  public Table schools(List<Tallies.OfSchool> all, int year) {
    return table(
        "schools",
        columns(
            "school", "phase", "+classesmet", "#met", "#notmet", "#off", "#lapsed", "+connected"),
        all,
        one ->
            row(
                "/schools/" + one.id() + "/records?year=" + year,
                List.of(one.name(), words.say("network.phase." + one.phase()), one.classes()),
                one.counts()));
  }

  /// The network's programmes; each line leads to the programme's own records of that year.
  public Table programmes(List<Tallies.OfProgramme> all, int year) {
    return table(
        "programmes",
        columns(
            "programme",
            "+links",
            "+classesmet",
            "+children",
            "+met",
            "+notmet",
            "+off",
            "+lapsed",
            "+together"),
        all,
        one ->
            row(
                "/programmes/" + one.id() + "/records?year=" + year,
                List.of(one.name(), one.links(), one.classes(), one.children()),
                one.counts()));
  }

  /// Adults with their minutes.
  public Table adults(List<Attendance.Adult> all) {
    return table(
        "adults",
        columns("adult", "role", "class", "school", "#sessions", "+connected"),
        all,
        one ->
            Table.Row.of(
                "",
                name(one.name()),
                words.say("records.role." + one.role()),
                one.label(),
                one.school(),
                one.sessions(),
                one.minutes()));
  }

  /// Adults in sessions; each line leads to its session's record.
  public Table ledger(List<Ledger.Line> all) {
    return table(
        "ledger",
        columns("day", "came", "went", "#minutes", "adult", "role", "adultof", "school", "classes"),
        all,
        one ->
            Table.Row.of(
                "/sessions/" + one.session() + "/record",
                DAY.format(one.came()),
                CLOCK.format(one.came()),
                CLOCK.format(one.went()),
                one.minutes(),
                name(one.name()),
                words.say("records.role." + one.role()),
                one.label(),
                one.school(),
                one.classes()));
  }

  /// A name; of one that is no longer kept, that.
  private String name(String name) {
    return name.isEmpty() ? words.say("records.nameless") : name;
  }

  private static Table.Row row(String to, List<Object> first, Tallies.Counts counts) {
    return Table.Row.of(
        to,
        Stream.concat(
                first.stream(),
                Stream.of(
                    counts.met(),
                    counts.notMet(),
                    counts.calledOff(),
                    counts.lapsed(),
                    counts.minutes()))
            .toArray());
  }

  private <T> Table table(
      String by, List<Table.Column> columns, List<T> all, Function<T, Table.Row> row) {
    return Table.of(words.say("records.by." + by), columns, all.stream().map(row).toList())
        .summed(words.say("records.total"));
  }

  /// Columns by their words; # before one makes it a column of numbers, + one that is summed.
  private List<Table.Column> columns(String... names) {
    return Stream.of(names).map(this::column).toList();
  }

  private Table.Column column(String name) {
    var kind =
        switch (name.charAt(0)) {
          case '#' -> Table.Kind.NUMBER;
          case '+' -> Table.Kind.SUM;
          default -> Table.Kind.TEXT;
        };
    String key = kind == Table.Kind.TEXT ? name : name.substring(1);
    return new Table.Column(words.say("records.col." + key), kind);
  }
}
