package org.linkroom.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.linkroom.network.SchoolYear;
import org.linkroom.report.Csv;
import org.linkroom.report.Paper;
import org.linkroom.report.Sheet;

/// Pages that are a sheet of tables: each also as a file for a spreadsheet and on paper, at the
/// same address with .csv and .pdf at its end.
final class SheetPages {
  private static final int NAME_LETTERS = 80;

  private SheetPages() {}

  /// A sheet and what its page has besides.
  ///
  /// @param asked what is chosen, as it stands behind the question mark
  /// @param model of which place, for the page's tabs, and what may be chosen
  record Shown(Sheet sheet, Map<String, String> asked, Map<String, Object> model) {}

  /// Makes the sheet that a visit asks for, or throws a `Problem`.
  interface Made {
    Shown of(Visit visit);
  }

  /// Something that may be chosen.
  ///
  /// @param now whether it is what the page shows
  public record Choice(String to, String name, boolean now) {}

  static void add(Routes routes, String path, Who who, Made made) {
    routes.get(path, who, visit -> page(visit, made.of(visit)));
    routes.get(path + ".csv", who, visit -> csv(visit, made.of(visit)));
    routes.get(path + ".pdf", who, visit -> pdf(visit, made.of(visit)));
  }

  private static void page(Visit visit, Shown shown) {
    var model = new HashMap<String, Object>(shown.model());
    model.put("sheet", shown.sheet());
    model.put("asked", query(shown.asked()));
    visit.page("report/sheet.ftlh", model);
  }

  private static void csv(Visit visit, Shown shown) {
    String text = Csv.of(shown.sheet(), visit.words().say("records.part"));
    visit.file(
        "text/csv; charset=utf-8", fileName(shown.sheet().title()) + ".csv", Buffer.buffer(text));
  }

  /// Drawn by a worker, for a long table takes a second, in which others are served.
  private static void pdf(Visit visit, Shown shown) {
    var words = visit.words();
    var sheet = shown.sheet();
    String today = Times.day(visit.now());
    Paper.Foot foot = (page, pages) -> words.say("records.page", today, page, pages);
    var full = full(sheet) ? sheet : sheet.saying(words.say("records.none"));
    var worker = Objects.requireNonNull(Vertx.currentContext());
    byte[] paper = worker.executeBlocking(() -> Paper.of(full, foot, visit.now()), false).await();
    visit.file("application/pdf", fileName(sheet.title()) + ".pdf", Buffer.buffer(paper));
  }

  private static boolean full(Sheet sheet) {
    return sheet.tables().stream().anyMatch(table -> !table.rows().isEmpty());
  }

  /// The school years to choose from: those on record and the one that runs.
  ///
  /// @param asked what else stays chosen
  static List<Choice> years(
      Visit visit, List<Integer> known, int chosen, Map<String, String> asked) {
    return Stream.concat(known.stream(), Stream.of(SchoolYear.at(visit.now()), chosen))
        .distinct()
        .sorted((a, b) -> b - a)
        .map(
            year -> {
              var with = new HashMap<>(asked);
              with.put("year", Integer.toString(year));
              return new Choice(query(with), SchoolYear.name(year), year == chosen);
            })
        .toList();
  }

  /// The school year that is asked for; one that nobody can mean is the running one.
  static int year(Visit visit) {
    String asked = visit.query("year");
    return asked.matches("20\\d\\d") ? Integer.parseInt(asked) : SchoolYear.at(visit.now());
  }

  /// "?by=classes&year=2026", in the order of the names.
  static String query(Map<String, String> asked) {
    var parts = new ArrayList<String>();
    asked.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            one ->
                parts.add(
                    one.getKey()
                        + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)));
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /// "Records of St Hilda's, 2026/27" is kept as records-of-st-hilda-s-2026-27.
  static String fileName(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String name = plain.substring(0, Math.min(NAME_LETTERS, plain.length()));
    String bare = name.replaceAll("^-|-$", "");
    return bare.isEmpty() ? "records" : bare;
  }
}
