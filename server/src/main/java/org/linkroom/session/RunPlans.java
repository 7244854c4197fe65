package org.linkroom.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.linkroom.activity.PlanFault;
import org.linkroom.activity.PlanReader;
import org.linkroom.activity.RunPlan;

/// The ready-made run plans of config/plans, read as the program starts: one that is wrong stops it
/// with the line.
public final class RunPlans {
  /// In this order a teacher reads them.
  private static final List<String> NAMES =
      List.of(
          "link-up-40",
          "link-up-30",
          "quick-hello",
          "first-meeting",
          "enquiry-60",
          "enquiry-45",
          "special-mainstream",
          "dialogue",
          "pupil-voice",
          "class-swap",
          "goodbye");

  private static final List<String> USUAL = List.of("quick-hello", "link-up-30", "link-up-40");

  private final Map<String, RunPlan> byName = new LinkedHashMap<>();

  private RunPlans() {}

  /// Read them all.
  ///
  /// @throws PlanFault with the file and line that is wrong
  public static RunPlans read() {
    var plans = new RunPlans();
    NAMES.forEach(name -> plans.byName.put(name, PlanReader.read(name, text(name))));
    return plans;
  }

  private static String text(String name) {
    try (var in = RunPlans.class.getResourceAsStream("/config/plans/" + name + ".yaml")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("config/plans/" + name + ".yaml cannot be read", broken);
    }
  }

  /// All of them.
  public List<RunPlan> all() {
    return List.copyOf(byName.values());
  }

  /// The one that most would take for so many minutes.
  ///
  /// @param first whether the two classes have never met
  public RunPlan fits(int minutes, boolean first) {
    return byName.values().stream()
        .filter(plan -> plan.name().equals("first-meeting") ? first : USUAL.contains(plan.name()))
        .filter(plan -> plan.minutes() <= minutes)
        .max(
            Comparator.comparing((RunPlan plan) -> plan.name().equals("first-meeting"))
                .thenComparing(RunPlan::minutes))
        .orElseGet(() -> Objects.requireNonNull(byName.get("quick-hello")));
  }

  /// One by its name.
  public Optional<RunPlan> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
