package org.linkroom.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.linkroom.base.Words;
import org.linkroom.intake.Column;
import org.linkroom.intake.Fate;
import org.linkroom.intake.Fault;
import org.linkroom.intake.Plan;
import org.linkroom.intake.Step;

/// A table's fate in words: a sentence for each thing that a line brings about or that is wrong
/// with it, and how many of each.
public record ImportTelling(
    List<Line> lines, List<String> counts, int refused, boolean changes, boolean links) {
  /// One line.
  ///
  /// @param state taken, unchanged or refused
  public record Line(int number, String school, String label, String state, List<String> says) {}

  static ImportTelling of(Plan plan, Words words) {
    var lines = plan.fates().stream().map(fate -> line(fate, words)).toList();
    var counts = new TreeMap<String, Integer>();
    plan.steps().forEach(step -> counts.merge(word(step), 1, Integer::sum));
    int refused = (int) lines.stream().filter(line -> line.state().equals("refused")).count();
    return new ImportTelling(
        lines,
        counts.entrySet().stream()
            .filter(count -> !count.getKey().equals("above"))
            .map(count -> words.say("intake.count." + count.getKey(), count.getValue()))
            .toList(),
        refused,
        plan.steps().anyMatch(step -> true),
        plan.steps().anyMatch(Step.Linked.class::isInstance));
  }

  private static Line line(Fate.Of of, Words words) {
    return switch (of.fate()) {
      case Fate.Taken(var steps) ->
          line(of, "taken", steps.stream().map(step -> step(step, words)).toList());
      case Fate.Unchanged() -> line(of, "unchanged", List.of(words.say("intake.unchanged")));
      case Fate.Refused(var faults) ->
          line(of, "refused", faults.stream().map(fault -> fault(fault, words)).toList());
    };
  }

  private static Line line(Fate.Of of, String state, List<String> says) {
    return new Line(of.line(), of.school(), of.label(), state, says);
  }

  private static String fault(Fault fault, Words words) {
    return words.say(
        "intake.fault",
        column(fault.column(), words),
        words.say("intake.fault." + fault.key(), fault.values().toArray()));
  }

  private static String column(Column column, Words words) {
    return words.say("intake.column." + column.word());
  }

  private static String word(Step step) {
    return switch (step) {
      case Step.NewSchool it -> "newschool";
      case Step.ChangedSchool it -> "changedschool";
      case Step.Named it -> "named";
      case Step.NewClass it -> "newclass";
      case Step.ChangedClass it -> "changedclass";
      case Step.NewLead it -> "newlead";
      case Step.Linked it -> "linked";
      case Step.LinkedAbove it -> "above";
    };
  }

  private static String step(Step step, Words words) {
    String key = "intake.step." + word(step);
    return switch (step) {
      case Step.NewSchool it -> words.say(key);
      case Step.ChangedSchool it -> words.say(key, changes(it.changes(), words));
      case Step.Named it ->
          words.say(key, it.name(), it.email(), words.say("intake.role." + it.kind().word()));
      case Step.NewClass it -> words.say(key, it.lead(), it.email());
      case Step.ChangedClass it -> words.say(key, changes(it.changes(), words));
      case Step.NewLead it -> words.say(key, it.lead(), it.email());
      case Step.Linked it ->
          words.say(key, it.partnerLabel(), it.partnerSchool())
              + (it.years() ? " " + words.say("intake.step.years") : "");
      case Step.LinkedAbove it ->
          words.say(key, it.partnerLabel(), it.partnerSchool(), Integer.toString(it.line()));
    };
  }

  private static String changes(List<Step.Change> changes, Words words) {
    var said = new ArrayList<String>();
    for (var change : changes) {
      String before = change.before().isEmpty() ? words.say("intake.nothing") : change.before();
      said.add(words.say("intake.change", column(change.column(), words), before, change.after()));
    }
    return String.join("; ", said);
  }
}
