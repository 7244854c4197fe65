package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.redis.Keys;
import org.linkroom.redis.RedisLink;
import org.linkroom.redis.Script;

/// Rooms in Redis, by parts. A commit is one script: it holds if nobody was first, and is told to
/// every node by the same script.
final class RoomStore {
  private static final Script LOAD = Script.named("load");
  private static final Script COMMIT = Script.named("commit");
  private static final Script RENEW = Script.named("renew");

  private final RedisLink redis;
  private final Figures figures;

  RoomStore(RedisLink redis, Figures figures) {
    this.redis = redis;
    this.figures = figures;
  }

  /// Where a room's history stands: its number, the commit that made it, the incarnation of its
  /// store. A number heard again under another commit means that Redis went back.
  record Version(long number, String commit, String epoch) {
    static final Version NONE = new Version(0, "", "");
  }

  /// A room as Redis has it, and Redis's time.
  record Loaded(Version version, Map<String, String> parts, Instant now) {}

  /// A tab's numbers in a commit and their answers, as "7=ok;8=NO_PROMISE".
  record Tab(String tab, String answers) {}

  /// What is to be committed.
  record Change(
      Id room, Version from, Version to, Map<String, String> parts, List<Tab> tabs, String told) {}

  /// What came of it.
  sealed interface Outcome {
    Instant now();

    record Done(Instant now) implements Outcome {}

    /// These tabs' commands had been committed before; their answers.
    record Repeated(Instant now, Map<String, String> answers) implements Outcome {}

    /// Somebody was first: the version that stands, and the parts newer than ours.
    record Stale(Instant now, Version version, Map<String, String> parts) implements Outcome {}

    /// Redis does not know the room any more.
    record Lost(Instant now) implements Outcome {}
  }

  Future<Optional<Loaded>> load(Id room) {
    return redis
        .run(LOAD, List.of(Keys.parts(room), Keys.marks(room)), List.of())
        .map(
            answer ->
                answer.size() == 2
                    ? Optional.empty()
                    : Optional.of(
                        new Loaded(version(answer, 2), parts(answer, 5), time(answer, 0))));
  }

  /// At which version each part of a room last changed.
  Future<Map<String, Long>> marks(Id room) {
    return redis
        .send(Command.HGETALL, Keys.marks(room))
        .map(
            answer -> {
              var marks = new LinkedHashMap<String, Long>();
              for (String part : answer.getKeys()) {
                if (!part.startsWith(":")) {
                  marks.put(part, requireNonNull(answer.get(part).toLong()));
                }
              }
              return marks;
            });
  }

  Future<Outcome> commit(Change change) {
    return run(COMMIT, change);
  }

  /// Put a whole room in place of what stands, if that is still what the change starts from.
  Future<Outcome> renew(Change change) {
    return run(RENEW, change);
  }

  private Future<Outcome> run(Script script, Change change) {
    long from = System.nanoTime();
    Id room = change.room();
    return redis
        .run(
            script, List.of(Keys.parts(room), Keys.marks(room), Keys.tabs(room)), arguments(change))
        .map(
            answer -> {
              figures.committed(System.nanoTime() - from);
              return outcome(answer);
            });
  }

  private static List<String> arguments(Change change) {
    var arguments = new ArrayList<String>();
    arguments.add(Long.toString(change.from().number()));
    arguments.add(change.from().commit());
    arguments.add(Long.toString(change.to().number()));
    arguments.add(change.to().commit());
    arguments.add(change.to().epoch());
    arguments.add(Long.toString(Limits.ROOM_KEPT.toMillis()));
    arguments.add(Keys.channel(change.room()));
    arguments.add(change.told());
    arguments.add(Integer.toString(change.parts().size()));
    change
        .parts()
        .forEach(
            (name, text) -> {
              arguments.add(name);
              arguments.add(text);
            });
    arguments.add(Integer.toString(Limits.ANSWERS));
    arguments.add(Integer.toString(change.tabs().size()));
    for (Tab tab : change.tabs()) {
      arguments.addAll(List.of(tab.tab(), tab.answers()));
    }
    return arguments;
  }

  private Outcome outcome(Response answer) {
    Instant now = time(answer, 1);
    return switch (answer.get(0).toString()) {
      case "ok" -> new Outcome.Done(now);
      case "repeat" -> new Outcome.Repeated(now, parts(answer, 3));
      case "none" -> new Outcome.Lost(now);
      default -> {
        figures.overtaken();
        yield new Outcome.Stale(now, version(answer, 3), parts(answer, 6));
      }
    };
  }

  private static Version version(Response answer, int from) {
    return new Version(
        number(answer, from), answer.get(from + 1).toString(), answer.get(from + 2).toString());
  }

  private static Map<String, String> parts(Response answer, int from) {
    var parts = new LinkedHashMap<String, String>();
    for (int i = from; i + 1 < answer.size(); i += 2) {
      parts.put(answer.get(i).toString(), answer.get(i + 1).toString());
    }
    return parts;
  }

  private static Instant time(Response answer, int from) {
    return Instant.ofEpochSecond(number(answer, from), number(answer, from + 1) * 1000);
  }

  private static long number(Response answer, int at) {
    return requireNonNull(answer.get(at).toLong());
  }
}
