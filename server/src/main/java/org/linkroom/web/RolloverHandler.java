package org.linkroom.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.Programmes;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Schools;
import org.linkroom.people.Hashes;
import org.linkroom.room.Rooms;
import org.linkroom.room.ServerCommand;
import org.linkroom.year.Crossing;
import org.linkroom.year.Crossings;
import org.linkroom.year.Leaving;
import org.linkroom.year.Rollover;

/// The going over into a new school year, of a whole programme or of one school: what becomes of
/// each class is chosen, shown in words, and then done as it was shown or not at all.
final class RolloverHandler {
  private final Programmes programmes;
  private final Schools schools;
  private final Crossings crossings;
  private final Rollover rollover;
  private final Rooms rooms;
  private final RoomsTold told;
  private final Hashes hashes;
  private final LinkNews news;

  /// What it stands on.
  record Needs(
      Programmes programmes,
      Schools schools,
      Crossings crossings,
      Rollover rollover,
      Rooms rooms,
      RoomsTold told,
      Hashes hashes,
      LinkNews news) {}

  RolloverHandler(Needs of) {
    programmes = of.programmes();
    schools = of.schools();
    crossings = of.crossings();
    rollover = of.rollover();
    rooms = of.rooms();
    told = of.told();
    hashes = of.hashes();
    news = of.news();
  }

  void routes(Routes routes) {
    for (String path : List.of("/programmes/:programme/rollover", "/schools/:school/rollover")) {
      routes.get(path, Who.signedIn(), this::show);
      routes.post(path, Who.signedIn(), this::look);
      routes.post(path + "/go", Who.signedIn(), this::go);
    }
  }

  /// Whose classes go over.
  ///
  /// @param what "programme" or "school", as pages call it
  private record Place(Id id, String what, Object view, String path) {}

  private Place place(Visit visit) {
    if (visit.path("school").isEmpty()) {
      var programme = ProgrammeHandler.programme(visit, programmes);
      return new Place(programme.id(), "programme", programme, "/programmes/" + programme.id());
    }
    var school = SchoolHandler.kept(visit, schools);
    return new Place(school.id(), "school", school, "/schools/" + school.id());
  }

  /// One class with what is suggested for it.
  public record Row(Leaving one, String fate, String up, String same, boolean goesUp) {}

  private static Row row(Leaving one, int year) {
    boolean up = Crossing.goesUp(one, year);
    return new Row(
        one,
        up ? "up" : "away",
        Crossing.label(one, "up", year),
        Crossing.label(one, "new", year),
        up);
  }

  private static Map<String, @Nullable Object> model(
      Visit visit, Place place, List<Leaving> leaving) {
    int year = Crossing.into(visit.now());
    var model = new HashMap<String, @Nullable Object>();
    model.put(place.what(), place.view());
    model.put("at", place.path());
    model.put("year", SchoolYear.name(year));
    model.put("rows", leaving.stream().map(one -> row(one, year)).toList());
    return model;
  }

  private List<Leaving> leaving(Place place, Visit visit) {
    return crossings.leaving(place.id(), Crossing.into(visit.now())).await();
  }

  private void show(Visit visit) {
    var place = place(visit);
    visit.page("network/rollover.ftlh", model(visit, place, leaving(place, visit)));
  }

  private static Crossing.Wish wish(Form form, Leaving one, int year) {
    String id = one.id().text();
    String fate = form.choice("fate-" + id, Set.copyOf(Crossing.FATES));
    var wish =
        new Crossing.Wish(
            fate,
            form.optionalLine("label-" + id, 120),
            form.optionalLine("lead-" + id, 120),
            form.optionalEmail("email-" + id),
            form.raw("again-" + id).equals("yes"));
    if (fate.equals("up") && !Crossing.goesUp(one, year)) {
      form.wrong("fate-" + id, "year.over.tooold");
    }
    if (wish.otherLead() && wish.lead().isEmpty()) {
      form.wrong("lead-" + id, "form.missing");
    }
    boolean unled = !one.led() || !wish.lead().isEmpty();
    if (wish.follows() && unled && !wish.otherLead()) {
      form.wrong("email-" + id, "form.missing");
    }
    return wish;
  }

  private static Map<Id, Crossing.Wish> wishes(Form form, List<Leaving> leaving, int year) {
    var wishes = new HashMap<Id, Crossing.Wish>();
    leaving.forEach(one -> wishes.put(one.id(), wish(form, one, year)));
    return wishes;
  }

  private void look(Visit visit) {
    var place = place(visit);
    look(visit, place, 200);
  }

  private void look(Visit visit, Place place, int status) {
    int year = Crossing.into(visit.now());
    var form = visit.form();
    var leaving = leaving(place, visit);
    var wishes = wishes(form, leaving, year);
    var going = Crossing.of(leaving, wishes, year);
    Crossing.clashing(going, crossings.taken(leaving, year).await())
        .forEach(id -> form.wrong("label-" + id, "network.class.there"));
    var model = model(visit, place, leaving);
    if (leaving.isEmpty() || !form.good()) {
      visit.again("network/rollover.ftlh", model);
      return;
    }
    model.put("told", RolloverTelling.of(going, visit.words()));
    model.put("overtaken", status != 200);
    model.put("kept", kept(form));
    model.put("mark", hashes.of(going.toString()));
    visit.page(status, "network/rollover-look.ftlh", model);
  }

  /// What was chosen, as it goes with the page and comes back.
  private static List<Map.Entry<String, String>> kept(Form form) {
    var kept = new ArrayList<>(form.all().entrySet());
    kept.removeIf(field -> !field.getKey().contains("-") || field.getValue().isEmpty());
    return kept;
  }

  private void go(Visit visit) {
    var place = place(visit);
    String mark = visit.form().raw("mark");
    if (mark.isEmpty()) {
      throw Problem.malformed();
    }
    int year = Crossing.into(visit.now());
    var wishes = wishes(visit.form(), leaving(place, visit), year);
    String why = visit.words().say("year.over.why");
    var order = new Rollover.Order(place.id(), year, wishes, why, visit.me().id(), visit.now());
    var done =
        visit.form().good()
            ? rollover.go(order, going -> hashes.of(going.toString()).equals(mark)).await()
            : Optional.<Rollover.Done>empty();
    if (done.isEmpty()) {
      look(visit, place, 409);
      return;
    }
    tell(visit, done.get());
    visit.go(place.path() + "/rollover");
  }

  private void tell(Visit visit, Rollover.Done done) {
    String words = visit.words().say("session.cancelled.board");
    done.off().forEach(s -> told.say(s, new ServerCommand.Cancelled(words)));
    done.released().forEach(rooms::signedOut);
    done.ended().forEach(news::ended);
    done.asked().forEach(news::asked);
  }
}
