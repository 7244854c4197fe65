package org.linkroom.web;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.RunPlan;
import org.linkroom.base.Id;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.parcel.Shelves;
import org.linkroom.protocol.Wire;
import org.linkroom.session.Lessons;
import org.linkroom.session.Lessons.Chosen;
import org.linkroom.session.RunPlans;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.session.Sessions;

/// A session's run plan: either teacher takes a ready-made one, makes it theirs, or puts it away. A
/// room that is open hears of it at once.
final class LessonHandler {
  private static final String NONE = "none";
  private static final String PAGE = "session/plan.ftlh";

  private final Needs of;

  /// What it needs.
  record Needs(
      Links links,
      Sessions sessions,
      Lessons lessons,
      RunPlans plans,
      Shelves shelves,
      RoomsTold told) {}

  LessonHandler(Needs of) {
    this.of = of;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session/plan", Who.signedIn(), this::show);
    routes.post("/sessions/:session/plan", Who.signedIn(), this::choose);
    routes.post("/sessions/:session/plan/edit", Who.signedIn(), this::edit);
  }

  private SessionHandler.Found found(Visit visit) {
    var found = SessionHandler.planner(visit, of.sessions(), of.links());
    if (!found.session().linkUp() || found.session().state().over()) {
      throw Problem.notFound();
    }
    return found;
  }

  private void show(Visit visit) {
    var found = found(visit);
    visit.page(PAGE, model(found, of.lessons().chosen(found.session().id()).await()));
  }

  private Map<String, Object> model(SessionHandler.Found found, Optional<Chosen> chosen) {
    var model = new HashMap<String, Object>();
    model.put("session", found.session());
    model.put("link", found.link());
    model.put("plans", of.plans().all());
    model.put("shelf", of.shelves().of(found.link()).await());
    model.put("was", mark(chosen));
    model.put("turn", of.lessons().turn(found.session(), found.link()).await());
    chosen.ifPresent(
        is -> {
          model.put("plan", is.plan());
          model.put("starts", is.starts() == null ? "" : is.starts().text());
        });
    return model;
  }

  /// What a form was made from, so that two teachers do not undo each other's work unseen.
  private static String mark(Optional<Chosen> chosen) {
    return chosen.map(is -> Integer.toHexString(Wire.write(is).hashCode())).orElse(NONE);
  }

  private void choose(Visit visit) {
    var found = found(visit);
    var was = of.lessons().chosen(found.session().id()).await();
    var names = new LinkedHashSet<>(of.plans().all().stream().map(RunPlan::name).toList());
    names.add(NONE);
    String name = visit.form().choice("plan", names);
    boolean swaps = was.filter(is -> is.plan().swaps()).isPresent();
    if (found.session().state() == SessionState.LIVE && swaps != name.equals(RunPlan.SWAP)) {
      visit.form().wrong("plan", "plan.swap.live");
    }
    if (!visit.form().good()) {
      visit.again(PAGE, model(found, was));
      return;
    }
    keep(visit, found.session(), was, of.plans().find(name).map(plan -> new Chosen(plan, null)));
    visit.go(
        name.equals(NONE)
            ? SessionHandler.path(found.session())
            : SessionHandler.path(found.session()) + "/plan");
  }

  private void edit(Visit visit) {
    var found = found(visit);
    var was = of.lessons().chosen(found.session().id()).await();
    var plan = was.map(Chosen::plan).orElseThrow(Problem::notFound);
    var next = PlanForm.edited(visit.form(), plan, of.shelves().of(found.link()).await());
    var starts = starts(visit, found.link());
    if (next.isEmpty()) {
      visit.form().wrong("segments", "plan.empty");
    }
    if (!visit.form().good()) {
      visit.again(PAGE, model(found, was));
      return;
    }
    var more = PlanForm.more(visit.form(), of.plans());
    var kept = more.map(plan.of(next)::with).orElseGet(() -> plan.of(next));
    keep(visit, found.session(), was, Optional.of(new Chosen(kept, starts)));
    visit.go(SessionHandler.path(found.session()) + (more.isPresent() ? "/plan" : ""));
  }

  private static @Nullable Id starts(Visit visit, LinkView link) {
    Set<String> all =
        new TreeSet<>(link.classes().stream().map(ClassView::id).map(Id::text).toList());
    all.add(NONE);
    String chosen = visit.form().choice("starts", all);
    return chosen.equals(NONE) || !visit.form().good() ? null : new Id(chosen);
  }

  private void keep(Visit visit, Session session, Optional<Chosen> was, Optional<Chosen> next) {
    boolean fresh = visit.form().raw("was").equals(mark(was)) || was.equals(next);
    if (!fresh || !of.lessons().choose(session.id(), was, next).await()) {
      throw Problem.changed(SessionHandler.path(session) + "/plan");
    }
    of.told().planned(session);
  }
}
