package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// Show and share: one class is large while it shows, then the other for as long.
///
/// @param whose the class that shows; nothing while both are of equal size
public record Show(@Nullable Id whose) implements Activity {
  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "show.whose", fields -> new Does.Whose(fields.id("class")),
          "show.both", fields -> new Does.Whose(null));

  /// What is done in it.
  public sealed interface Does extends Act {
    /// This class shows now; nothing for both.
    record Whose(@Nullable Id classId) implements Does {
      @Override
      public By by() {
        return By.LEADER;
      }

      @Override
      public Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
        if (!(activity instanceof Show show)) {
          return Act.late();
        }
        if (classId != null && !scene.has(classId)) {
          return Act.no(Refusal.MALFORMED);
        }
        return Act.next(Objects.equals(show.whose, classId) ? show : new Show(classId));
      }
    }
  }

  @Override
  public String word() {
    return "show";
  }

  @Override
  public Activity begin(Scene scene, List<Activity> earlier) {
    return new Show(scene.starts());
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    if (whose != null) {
      into.put("whose", whose.text());
    }
  }
}
