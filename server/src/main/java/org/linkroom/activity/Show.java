package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// Show and share: one class is large while it shows, then the other for as long; or it shows its
/// pictures, one by one; or the pictures of all classes hang on one wall.
///
/// @param whose the class that shows; nothing while all are of equal size
/// @param at the picture that it shows, counted from 0
/// @param shelf the pictures of each class
public record Show(View view, @Nullable Id whose, Integer at, Shelf shelf) implements Activity {
  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "show.whose", fields -> new Does.Whose(fields.id("class")),
          "show.both", fields -> new Does.Whose(null),
          "show.picture", fields -> new Does.Turn(fields.number("to")),
          "show.wall", fields -> new Does.Wall());

  /// What there is to see.
  public enum View {
    /// The classes themselves.
    LIVE,
    /// The pictures of all classes side by side.
    WALL,
    /// A picture of one class.
    PICTURE;

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A room of a release before that knew of no pictures had none of these.
  public Show {
    view = view == null ? View.LIVE : view;
    at = at == null ? 0 : at;
    shelf = shelf == null ? Shelf.NONE : shelf;
  }

  /// Before it begins.
  static Show of(View view) {
    return new Show(view, null, 0, Shelf.NONE);
  }

  /// What is done in it.
  public sealed interface Does extends Act {
    @Override
    default By by() {
      return By.LEADER;
    }

    @Override
    default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
      return activity instanceof Show show ? show(show, teller, scene) : Act.late();
    }

    /// Do it while that is shown.
    Outcome show(Show show, Teller teller, Scene scene);

    /// This class shows now; nothing for both.
    record Whose(@Nullable Id classId) implements Does {
      @Override
      public Outcome show(Show show, Teller teller, Scene scene) {
        return classId != null && !scene.has(classId)
            ? Act.no(Refusal.MALFORMED)
            : Act.next(show.seen(View.LIVE, classId, 0));
      }
    }

    /// The adult's own class shows this picture of its own. The number is said, not "the next one".
    record Turn(int to) implements Does {
      @Override
      public By by() {
        return By.CLASS;
      }

      @Override
      public Outcome show(Show show, Teller teller, Scene scene) {
        return to < 0 || to >= show.shelf.of(teller.of()).size()
            ? Act.no(Refusal.MALFORMED)
            : Act.next(show.seen(View.PICTURE, teller.of(), to));
      }
    }

    /// The pictures of all classes.
    record Wall() implements Does {
      @Override
      public Outcome show(Show show, Teller teller, Scene scene) {
        return Act.next(show.shelf.bare() ? show : show.seen(View.WALL, null, 0));
      }
    }
  }

  private Show seen(View what, @Nullable Id of, int which) {
    return what == view && Objects.equals(of, whose) && which == at
        ? this
        : new Show(what, of, which, shelf);
  }

  /// The same with these pictures.
  Show with(Shelf next) {
    return next.equals(shelf) ? this : new Show(view, whose, at, next);
  }

  @Override
  public String word() {
    return "show";
  }

  /// A wall without pictures is none: the classes look at each other.
  @Override
  public Activity begin(Scene scene, List<Activity> earlier) {
    return view == View.WALL
        ? shelf.bare() ? seen(View.LIVE, null, 0) : this
        : new Show(View.LIVE, scene.starts(), 0, shelf);
  }

  /// What was shown stays with its parcel.
  @Override
  public Activity end() {
    return view == View.LIVE && shelf.bare() ? this : new Show(View.LIVE, whose, 0, Shelf.NONE);
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    if (whose != null) {
      into.put("whose", whose.text());
    }
    switch (view) {
      case LIVE -> {}
      case WALL -> wall(into.putObject("wall"), scene);
      case PICTURE -> {
        var all = whose == null ? List.<Picture>of() : shelf.of(whose);
        if (at < all.size()) {
          all.get(at).into(into.putObject("picture"));
          into.put("at", at).put("count", all.size());
        }
      }
    }
    if (!shelf.bare()) {
      into.put("hangs", true);
    }
  }

  /// One of each class by turns, so that none has the better place.
  private void wall(ObjectNode wall, Scene scene) {
    int classes = scene.parties().size();
    for (var party : scene.parties()) {
      int rank = party.rank();
      for (var picture : shelf.of(party.id())) {
        wall.putObject(picture.id().text())
            .put("alt", picture.alt())
            .put("class", party.id().text())
            .put("rank", rank);
        rank += classes;
      }
    }
  }

  @Override
  public void showOwn(ObjectNode into, Scene scene, Audience audience, Id classId) {
    int ours = shelf.of(classId).size();
    if (ours > 0) {
      into.put("pictures", ours);
    }
  }
}
