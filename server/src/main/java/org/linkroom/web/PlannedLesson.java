package org.linkroom.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.linkroom.activity.RunPlan;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.session.Lessons;
import org.linkroom.session.Lessons.Chosen;
import org.linkroom.session.RunPlans;

/// The run plan that a new session is given with its time. Whoever chooses nothing gets the one
/// that fits, so that a lesson is there without another press; the session's page changes it.
final class PlannedLesson {
  private static final String FITS = "fits";
  private static final String NONE = "none";

  private final Lessons lessons;
  private final RunPlans plans;

  PlannedLesson(Lessons lessons, RunPlans plans) {
    this.lessons = lessons;
    this.plans = plans;
  }

  /// What a form offers: the one that fits, each ready-made one, none.
  List<List<String>> choices(Visit visit) {
    var all = new ArrayList<List<String>>();
    all.add(List.of(FITS, visit.words().say("plan.fits")));
    plans.all().forEach(plan -> all.add(List.of(plan.name(), plan.title())));
    all.add(List.of(NONE, visit.words().say("plan.talk")));
    return all;
  }

  /// What a form chose; a form that did not ask chose the one that fits.
  String chosen(Visit visit) {
    var form = visit.form();
    if (form.raw("plan").isEmpty()) {
      return FITS;
    }
    var names = new LinkedHashSet<>(plans.all().stream().map(RunPlan::name).toList());
    names.addAll(List.of(FITS, NONE));
    return form.choice("plan", names);
  }

  /// Give it to a session that was just made.
  void give(Visit visit, Id session, LinkView link, String name, int minutes) {
    boolean first = name.equals(FITS) && lessons.never(link.id(), visit.now()).await();
    Optional<RunPlan> plan =
        name.equals(FITS) ? Optional.of(plans.fits(minutes, first)) : plans.find(name);
    lessons.choose(session, Optional.empty(), plan.map(one -> new Chosen(one, null))).await();
  }
}
