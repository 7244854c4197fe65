package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.linkroom.base.Id;
import org.linkroom.base.Text;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// One result of both classes, written by their adults: what is the same and what is not, what
/// surprised us, what we promise. What is the same becomes a thread between the two.
///
/// @param sort what is gathered
public record Together(Sort sort, SortedMap<Id, Entry> entries) implements Activity {
  /// Entries of all classes.
  public static final int MOST = 40;

  /// Characters of one.
  public static final int CHARACTERS = 120;

  /// The kinds that the link's journey keeps.
  public static final List<String> LASTING = List.of("same", "surprise", "promise");

  /// One line of it.
  ///
  /// @param kind one of the sort's kinds
  /// @param rank its place
  public record Entry(Id by, String kind, String text, int rank) {}

  /// What is gathered.
  public enum Sort {
    SAME,
    REFLECT,
    PROMISE,
    /// First thoughts in an enquiry.
    FIRST,
    /// Last thoughts, beside the first.
    LAST;

    List<String> kinds() {
      return switch (this) {
        case SAME -> List.of("same", "different");
        case REFLECT -> List.of("same", "surprise");
        case PROMISE -> List.of("promise");
        case FIRST -> List.of("first");
        case LAST -> List.of("first", "last");
      };
    }

    /// What is written now; the others are only looked at.
    List<String> written() {
      return this == LAST ? List.of("last") : kinds();
    }

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A new one.
  public static Together of(Sort sort) {
    return new Together(sort, Collections.emptySortedMap());
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "together.write",
          fields -> new Does.Write(fields.text("kind"), fields.text("text"), fields.flag("sure")),
          "together.drop",
          fields -> new Does.Drop(fields.id("entry")));

  /// What is done in it.
  public sealed interface Does extends Act {
    @Override
    default By by() {
      return By.CLASS;
    }

    @Override
    default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
      return activity instanceof Together is ? gather(is, teller.of()) : Act.late();
    }

    /// Do it for a class while that is gathered.
    Outcome gather(Together is, Id classId);

    /// An adult writes down what her class says; by that she approves it.
    ///
    /// @param sure she has said that what looks like a name is none of a pupil
    record Write(String kind, String text, boolean sure) implements Does {
      @Override
      public Outcome gather(Together is, Id classId) {
        if (!is.sort.written().contains(kind)) {
          return Act.no(Refusal.MALFORMED);
        }
        String line = Text.line(text);
        var wrong = Said.refuse(line, CHARACTERS, sure);
        if (wrong.isPresent()) {
          return Act.no(wrong.get());
        }
        if (is.entries.size() >= MOST) {
          return Act.no(Refusal.LIST_FULL);
        }
        int rank = is.entries.values().stream().mapToInt(Entry::rank).max().orElse(0) + 1;
        var next = new TreeMap<>(is.entries);
        next.put(Id.random(), new Entry(classId, kind, line, rank));
        return Act.next(new Together(is.sort, next));
      }
    }

    /// Take a line of one's own class away.
    record Drop(Id entry) implements Does {
      @Override
      public Outcome gather(Together is, Id classId) {
        var found = is.entries.get(entry);
        if (found == null) {
          return Act.next(is);
        }
        if (!found.by().equals(classId) || !is.sort.written().contains(found.kind())) {
          return Act.no(Refusal.NOT_YOURS);
        }
        var next = new TreeMap<>(is.entries);
        next.remove(entry);
        return Act.next(new Together(is.sort, next));
      }
    }
  }

  @Override
  public String word() {
    return "together";
  }

  /// Last thoughts stand beside the first ones.
  @Override
  public Activity begin(Scene scene, List<Activity> earlier) {
    if (sort != Sort.LAST) {
      return this;
    }
    var all = new TreeMap<>(entries);
    earlier.stream()
        .filter(each -> each instanceof Together gathered && gathered.sort == Sort.FIRST)
        .forEach(first -> all.putAll(((Together) first).entries));
    return new Together(sort, all);
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("sort", sort.word());
    sort.kinds().forEach(into.putArray("kinds")::add);
    if (!sort.written().equals(sort.kinds())) {
      sort.written().forEach(into.putArray("written")::add);
    }
    var all = into.putObject("entries");
    entries.forEach(
        (id, entry) ->
            all.putObject(id.text())
                .put("by", entry.by().text())
                .put("kind", entry.kind())
                .put("text", entry.text())
                .put("rank", entry.rank()));
  }

  @Override
  public List<Told> told(Scene scene) {
    return sort.kinds().stream()
        .map(
            kind ->
                new Told(
                    kind,
                    entries.values().stream()
                        .filter(entry -> entry.kind().equals(kind))
                        .sorted(Comparator.comparing(Entry::rank))
                        .map(entry -> Told.line(entry.by(), entry.text(), ""))
                        .toList()))
        .filter(told -> !told.rows().isEmpty())
        .toList();
  }
}
