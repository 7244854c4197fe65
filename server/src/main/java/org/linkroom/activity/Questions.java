package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;

/// Pupils' questions, by class and group. What a device without an adult has typed waits for an
/// adult of its own class before any other class sees it; what an adult types she approves by
/// typing it (the network's rule that every item goes through an adult who has read it).
///
/// @param aired the one that is large on the boards
public record Questions(SortedMap<Id, Question> all, @Nullable Id aired) implements Activity {
  /// Questions of all classes.
  public static final int MOST = 60;

  /// Characters of one.
  public static final int CHARACTERS = 160;

  /// A new one.
  public static Questions fresh() {
    return new Questions(Collections.emptySortedMap(), null);
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "question.write",
          f -> new Asking.Write(f.text("group"), f.text("text"), f.flag("sure")),
          "question.approve",
          f -> new Asking.Approve(f.id("question"), f.flag("sure")),
          "question.drop",
          f -> new Asking.Drop(f.id("question")),
          "question.air",
          f -> new Asking.Air(f.idOrNone("question")),
          "question.answered",
          f -> new Asking.Answered(f.id("question"), f.flag("yes")),
          "question.join",
          f -> new Asking.Join(f.id("question"), f.id("into")));

  Questions with(Id id, Question question) {
    var next = new TreeMap<>(all);
    next.put(id, question);
    return new Questions(next, aired);
  }

  Questions without(Id id) {
    var next = new TreeMap<>(all);
    next.remove(id);
    next.replaceAll((key, each) -> id.equals(each.into()) ? each.joined(null) : each);
    return new Questions(next, id.equals(aired) ? null : aired);
  }

  /// What was joined to one goes with it where that one is joined to another.
  Questions follow(Id one, Id into) {
    var next = new TreeMap<>(all);
    next.replaceAll((key, each) -> one.equals(each.into()) ? each.joined(into) : each);
    return new Questions(next, one.equals(aired) ? into : aired);
  }

  boolean seen(Id id) {
    var found = all.get(id);
    return found != null && found.state() != Question.State.WAITS;
  }

  /// Those that can be chosen, in their order: read by an adult and no part of another.
  Stream<Vote.Choice> open() {
    return all.entrySet().stream()
        .filter(each -> seen(each.getKey()) && each.getValue().into() == null)
        .sorted(Comparator.comparing(each -> each.getValue().rank()))
        .map(each -> new Vote.Choice(each.getKey(), each.getValue().by(), each.getValue().text()));
  }

  @Override
  public String word() {
    return "questions";
  }

  /// What nobody has read is gone when the session is.
  @Override
  public Activity end() {
    var next = new TreeMap<>(all);
    next.values().removeIf(question -> question.state() == Question.State.WAITS);
    return next.size() == all.size() ? this : new Questions(next, aired);
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    var shown = into.putObject("all");
    all.forEach(
        (id, question) -> {
          if (question.state() != Question.State.WAITS) {
            shown.set(id.text(), question.node());
          }
        });
    if (scene.turn() == Scene.Turn.ALTERNATE) {
      into.put("asks", asks(scene).text());
    }
    if (aired != null) {
      into.put("aired", aired.text());
    }
  }

  @Override
  public void showOwn(ObjectNode into, Scene scene, Audience audience, Id classId) {
    var waits =
        all.entrySet().stream()
            .filter(each -> each.getValue().state() == Question.State.WAITS)
            .filter(each -> each.getValue().by().equals(classId))
            .toList();
    if (audience == Audience.BOARD) {
      into.put("waiting", waits.size());
      return;
    }
    var texts = into.putObject("waits");
    waits.forEach(each -> texts.set(each.getKey().text(), each.getValue().node()));
  }

  /// The class whose turn it is to ask: the one of whose questions fewer were answered.
  Id asks(Scene scene) {
    return scene.inTurn().stream()
        .map(Scene.Party::id)
        .min(Comparator.comparing(this::answered))
        .orElseThrow();
  }

  private long answered(Id classId) {
    return all.values().stream()
        .filter(question -> question.by().equals(classId))
        .filter(question -> question.state() == Question.State.ANSWERED)
        .count();
  }

  @Override
  public List<Told> told(Scene scene) {
    var rows =
        all.values().stream()
            .filter(question -> question.state() != Question.State.WAITS)
            .sorted(Comparator.comparing(Question::rank))
            .map(
                question ->
                    Told.line(
                        question.by(),
                        question.text(),
                        question.into() != null
                            ? "joined"
                            : question.state() == Question.State.ANSWERED ? "answered" : ""))
            .toList();
    return rows.isEmpty() ? List.of() : List.of(new Told("questions", rows));
  }
}
