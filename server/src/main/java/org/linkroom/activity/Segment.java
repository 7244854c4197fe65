package org.linkroom.activity;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// One stretch of a lesson, as its plan has it.
///
/// @param id known within the plan; it stays when the plan is edited
/// @param minutes from 1 to `MOST_MINUTES`
/// @param question which of linking's four questions it is about
/// @param scope how far that question reaches
/// @param tags the curriculum's own words: "PSHE", "Speaking and listening"
/// @param say what the boards read, for nine-year-olds
/// @param tips what the leading adult reads, and no board
/// @param activity as it is at its beginning
public record Segment(
    String id,
    String title,
    int minutes,
    Scene.Turn turn,
    Theme question,
    Scope scope,
    List<String> tags,
    String say,
    List<String> tips,
    Activity activity) {
  /// What was kept before scopes were told has the usual one.
  public Segment {
    scope = Objects.requireNonNullElse(scope, Scope.usual(question));
  }

  /// Bounds of what a plan may hold.
  public static final int MOST_MINUTES = 60;

  public static final int TITLE = 60;
  public static final int SAY = 200;
  public static final int TIPS = 6;

  /// Linking's four questions.
  public enum Theme {
    /// Who am I?
    ME,
    /// Who are we?
    US,
    /// Where do we live?
    PLACE,
    /// How do we all live together?
    TOGETHER;

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The same, of another length.
  public Segment lasting(int length) {
    return new Segment(id, title, length, turn, question, scope, tags, say, tips, activity);
  }

  /// The same with another activity.
  public Segment doing(Activity other) {
    return new Segment(id, title, minutes, turn, question, scope, tags, say, tips, other);
  }

  /// The same, led another way: whose turn it is, and what the leading adult reads.
  public Segment led(Scene.Turn other, List<String> next) {
    return new Segment(
        id, title, minutes, other, question, scope, tags, say, List.copyOf(next), activity);
  }

  /// What its boards read one after the other; nothing where they do not.
  public List<String> prompts() {
    return switch (activity) {
      case Cards cards -> cards.cards();
      case Game game -> game.prompts();
      default -> List.of();
    };
  }

  /// The same with other prompts; a segment without any stays as it is.
  public Segment prompting(List<String> next) {
    return switch (activity) {
      case Cards cards -> doing(cards.with(next));
      case Game game -> doing(game.with(next));
      default -> this;
    };
  }

  /// The same under another id, as a plan has each only once.
  Segment named(String other) {
    return new Segment(other, title, minutes, turn, question, scope, tags, say, tips, activity);
  }

  /// The same with other words for the boards.
  public Segment saying(String title, String say) {
    return new Segment(id, title, minutes, turn, question, scope, tags, say, tips, activity);
  }
}
