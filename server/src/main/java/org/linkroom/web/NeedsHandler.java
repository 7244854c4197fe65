package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.activity.Needs;
import org.linkroom.base.Text;
import org.linkroom.base.TextRules;
import org.linkroom.network.ClassNeeds;
import org.linkroom.network.ClassView;
import org.linkroom.network.Links;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;

/// What a class needs in a lesson: calm screens, no sudden sound, longer to think, rules of its
/// own.
final class NeedsHandler {
  private static final String PAGE = "planning/needs.ftlh";
  private static final int TEXT = 500;

  private final Links links;
  private final Schools schools;
  private final ClassNeeds needs;
  private final Audit audit;

  NeedsHandler(Links links, Schools schools, ClassNeeds needs, Audit audit) {
    this.links = links;
    this.schools = schools;
    this.needs = needs;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/classes/:class/needs", Who.signedIn(), this::show);
    routes.post("/classes/:class/needs", Who.signedIn(), this::keep);
  }

  /// Its own teacher and assistant say it, or who keeps the school's record.
  private ClassView ours(Visit visit) {
    var found = links.schoolClass(visit.id("class")).await().orElseThrow(Problem::notFound);
    boolean keeps =
        visit.me().is(Role.Kind.TEACHER, found.id())
            || visit.me().is(Role.Kind.ASSISTANT, found.id())
            || schools.find(found.school()).await().stream().anyMatch(s -> s.keptBy(visit.me()));
    if (!keeps) {
      throw Problem.notFound();
    }
    return found;
  }

  private void show(Visit visit) {
    visit.page(PAGE, model(ours(visit), visit.query("kept").equals("yes")));
  }

  private void keep(Visit visit) {
    var ours = ours(visit);
    var form = visit.form();
    var rules = rules(form);
    if (!form.good()) {
      visit.again(PAGE, model(ours, false));
      return;
    }
    var said = new Needs(said(form, "calm"), said(form, "hushed"), said(form, "longer"), rules);
    needs.keep(ours.id(), said).await();
    audit.write(visit.me().id(), "class.needs", ours.id().text()).await();
    visit.go("/classes/" + ours.id() + "/needs?kept=yes");
  }

  private static Map<String, Object> model(ClassView ours, boolean kept) {
    return Map.of("class", ours, "kept", kept);
  }

  private static boolean said(Form form, String name) {
    return form.raw(name).equals("yes");
  }

  /// Children read them on both boards.
  private static List<String> rules(Form form) {
    var rules = Text.lines(form.optionalText("rules", TEXT));
    if (rules.size() > Needs.RULES
        || rules.stream().anyMatch(rule -> rule.length() > Needs.CHARACTERS)) {
      form.wrong("rules", "needs.rules.long", Needs.RULES, Needs.CHARACTERS);
    }
    if (rules.stream().anyMatch(rule -> TextRules.refused(rule).isPresent())) {
      form.wrong("rules", "plan.reaches");
    }
    return rules;
  }
}
