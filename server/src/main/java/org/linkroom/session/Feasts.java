package org.linkroom.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The festivals of the faiths of schools: those of config/dates.yaml, and Easter and Christmas as
/// they are computed.
public final class Feasts {
  private static final Set<String> WESTERN =
      Set.of("church-of-england", "catholic", "methodist", "independent-christian");
  private static final Set<String> ORTHODOX = Set.of("greek-orthodox");

  private final List<Feast> listed;

  /// Take a list of them.
  public Feasts(List<Feast> listed) {
    this.listed = List.copyOf(listed);
  }

  /// Read config/dates.yaml, which comes with the program.
  public static Feasts read() {
    try (var in = Feasts.class.getResourceAsStream("/config/dates.yaml")) {
      var all = new ArrayList<Feast>();
      new ObjectMapper(new YAMLFactory())
          .readTree(Objects.requireNonNull(in))
          .forEach(feast -> feast.get("days").forEach(days -> all.add(feast(feast, days))));
      return new Feasts(all);
    } catch (IOException broken) {
      throw new UncheckedIOException("config/dates.yaml cannot be read", broken);
    }
  }

  private static Feast feast(JsonNode feast, JsonNode days) {
    var kept = new HashSet<String>();
    feast.path("kept").forEach(character -> kept.add(character.asText()));
    String[] ends = days.asText().split("/", 2);
    var first = LocalDate.parse(ends[0]);
    return new Feast(
        feast.path("name").asText(),
        kept,
        first,
        ends.length == 1 ? first : LocalDate.parse(ends[1]),
        feast.path("moves").asBoolean(),
        feast.path("period").asBoolean());
  }

  /// All of the list.
  public List<Feast> listed() {
    return listed;
  }

  /// Those that a day is, or may turn out to be, one of.
  public List<Feast> on(LocalDate day) {
    var on = new ArrayList<Feast>(listed);
    on.addAll(christian(day.getYear()));
    return on.stream().filter(feast -> feast.maybeOn(day)).toList();
  }

  private static List<Feast> christian(int year) {
    var western = Easter.western(year);
    var orthodox = Easter.orthodox(year);
    var christmas = LocalDate.of(year, 12, 25);
    var both = new HashSet<>(WESTERN);
    both.addAll(ORTHODOX);
    return List.of(
        new Feast("Easter", WESTERN, western.minusDays(2), western.plusDays(1), false, false),
        new Feast(
            "Orthodox Easter", ORTHODOX, orthodox.minusDays(2), orthodox.plusDays(1), false, false),
        new Feast("Christmas", both, christmas.minusDays(1), christmas.plusDays(1), false, false));
  }
}
