package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// One picture that all classes draw: a promise without words. Boards and adults' devices draw, for
/// there an adult stands beside; a tablet does not. Each class's part is bounded, so that the whole
/// always fits a document.
///
/// @param about what is drawn
public record Drawing(String about, SortedMap<Id, Stroke> strokes) implements Activity {
  /// Strokes of one class.
  public static final int MOST = 150;

  /// Characters of all its strokes: 4 for a point.
  public static final int CHARACTERS = 8_000;

  /// Points of one stroke.
  public static final int POINTS = 64;

  /// A point is two numbers from 0 to 1295, each of two signs of base 36.
  private static final Pattern LINE = Pattern.compile("(?:[0-9a-z]{4}){1," + POINTS + "}");

  /// One line of it.
  ///
  /// @param rank its place; later ones lie above
  public record Stroke(Id by, String line, int rank) {

    /// Its points as a picture has them, "12,40 13,41"; one that is alone is as wide as a dot.
    public String points() {
      var points = new StringJoiner(" ");
      for (int at = 0; at < line.length(); at += 4) {
        points.add(number(at) + "," + number(at + 2));
      }
      if (line.length() == 4) {
        points.add(number(0) + 1 + "," + number(2));
      }
      return points.toString();
    }

    private int number(int at) {
      return Integer.parseInt(line, at, at + 2, 36);
    }
  }

  /// An empty sheet.
  public static Drawing of(String about) {
    return new Drawing(about, Collections.emptySortedMap());
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "draw.line", fields -> new Does.Line(fields.text("line")),
          "draw.undo", fields -> new Does.Undo(fields.id("stroke")),
          "draw.clear", fields -> new Does.Clear());

  /// What is done in it.
  public sealed interface Does extends Act {
    @Override
    default By by() {
      return By.DEVICE;
    }

    @Override
    default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
      if (!(activity instanceof Drawing is)) {
        return Act.late();
      }
      return teller.classId() == null || teller.tablet()
          ? Act.no(Refusal.NOT_ALLOWED)
          : draw(is, teller.of());
    }

    /// Do it for a class.
    Outcome draw(Drawing is, Id classId);

    /// One line more.
    record Line(String line) implements Does {
      @Override
      public Outcome draw(Drawing is, Id classId) {
        if (!LINE.matcher(line).matches()) {
          return Act.no(Refusal.MALFORMED);
        }
        if (is.many(classId) >= MOST || is.size(classId) + line.length() > CHARACTERS) {
          return Act.no(Refusal.LIST_FULL);
        }
        var next = new TreeMap<>(is.strokes);
        next.put(Id.random(), new Stroke(classId, line, is.rank() + 1));
        return Act.next(new Drawing(is.about, next));
      }
    }

    /// Take a line of the own class away.
    record Undo(Id stroke) implements Does {
      @Override
      public Outcome draw(Drawing is, Id classId) {
        var found = is.strokes.get(stroke);
        if (found == null) {
          return Act.next(is);
        }
        if (!found.by().equals(classId)) {
          return Act.no(Refusal.NOT_YOURS);
        }
        var next = new TreeMap<>(is.strokes);
        next.remove(stroke);
        return Act.next(new Drawing(is.about, next));
      }
    }

    /// Take all lines of the own class away.
    record Clear() implements Does {
      @Override
      public By by() {
        return By.CLASS;
      }

      @Override
      public Outcome draw(Drawing is, Id classId) {
        var next = new TreeMap<>(is.strokes);
        boolean any = next.values().removeIf(stroke -> stroke.by().equals(classId));
        return Act.next(any ? new Drawing(is.about, next) : is);
      }
    }
  }

  private long many(Id classId) {
    return strokes.values().stream().filter(stroke -> stroke.by().equals(classId)).count();
  }

  private int size(Id classId) {
    return strokes.values().stream()
        .filter(stroke -> stroke.by().equals(classId))
        .mapToInt(stroke -> stroke.line().length())
        .sum();
  }

  private int rank() {
    return strokes.values().stream().map(Stroke::rank).max(Comparator.naturalOrder()).orElse(0);
  }

  @Override
  public String word() {
    return "draw";
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("about", about);
    var all = into.putObject("strokes");
    strokes.forEach(
        (id, stroke) ->
            all.putObject(id.text())
                .put("by", stroke.by().text())
                .put("line", stroke.line())
                .put("rank", stroke.rank()));
  }

  /// The sheet itself, where anything was drawn.
  @Override
  public List<Told> told(Scene scene) {
    return strokes.isEmpty()
        ? List.of()
        : List.of(
            new Told(
                "draw",
                List.of(Told.line(null, about, "")),
                strokes.values().stream().sorted(Comparator.comparing(Stroke::rank)).toList()));
  }
}
