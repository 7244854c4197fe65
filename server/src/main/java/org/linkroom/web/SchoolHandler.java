package org.linkroom.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.network.Choices;
import org.linkroom.network.Classes;
import org.linkroom.network.Programmes;
import org.linkroom.network.SchoolView;
import org.linkroom.network.Schools;
import org.linkroom.safety.Audit;

/// Schools: each one's page, and what is on record of it.
final class SchoolHandler {
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "phases", Choices.PHASES,
          "characters", Choices.CHARACTERS,
          "governances", Choices.GOVERNANCES,
          "cameras", Choices.CAMERAS,
          "photos", Choices.PHOTOS,
          "names", Choices.NAMES,
          "leaderyes", Choices.LEADER_YES);

  private final Programmes programmes;
  private final Schools schools;
  private final Classes classes;
  private final Audit audit;

  SchoolHandler(Programmes programmes, Schools schools, Classes classes, Audit audit) {
    this.programmes = programmes;
    this.schools = schools;
    this.classes = classes;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/schools/new", Who.signedIn(), this::blank);
    routes.post("/programmes/:programme/schools/new", Who.signedIn(), this::make);
    routes.get("/schools/:school", Who.signedIn(), this::show);
    routes.get("/schools/:school/change", Who.signedIn(), this::form);
    routes.post("/schools/:school/change", Who.signedIn(), this::change);
  }

  /// The school that the path names, if the visitor may see its pages.
  static SchoolView school(Visit visit, Schools schools) {
    return schools
        .find(visit.id("school"))
        .await()
        .filter(found -> found.shownTo(visit.me()))
        .orElseThrow(Problem::notFound);
  }

  /// The school that the path names, if the visitor may change what is on record of it.
  static SchoolView kept(Visit visit, Schools schools) {
    var school = school(visit, schools);
    if (!school.keptBy(visit.me())) {
      throw Problem.notFound();
    }
    return school;
  }

  /// What was typed of a school.
  ///
  /// @param before the school as it is; none: a new one
  private static Schools.Draft draft(Visit visit, @Nullable SchoolView before) {
    var form = visit.form();
    var about =
        new Schools.About(
            form.line("name", 120),
            form.line("town", 120),
            form.choice("phase", Set.copyOf(Choices.PHASES)),
            form.choice("character", Set.copyOf(Choices.CHARACTERS)),
            form.choice("governance", Set.copyOf(Choices.GOVERNANCES)));
    var wishes =
        new Schools.Wishes(
            form.choice("camera", Set.copyOf(Choices.CAMERAS)),
            form.choice("photos", Set.copyOf(Choices.PHOTOS)),
            form.choice("names", Set.copyOf(Choices.NAMES)),
            form.choice("leaderyes", Set.copyOf(Choices.LEADER_YES)));
    return new Schools.Draft(about, contacts(visit, before), wishes);
  }

  /// A concern about a head goes to the governors: where they are reached is not the head's to say.
  /// Nor is it the office's to say whose addresses come in without the head's yes.
  private static Schools.Contacts contacts(Visit visit, @Nullable SchoolView before) {
    var form = visit.form();
    var me = visit.me();
    return new Schools.Contacts(
        form.optionalLine("phone", 40),
        form.optionalEmail("email"),
        before == null || me.runs(before.programme())
            ? form.email("governors")
            : before.governorsEmail(),
        before == null || before.decidedBy(me) ? domains(form) : before.domains());
  }

  private static List<String> domains(Form form) {
    String typed = form.optionalLine("domains", 300).toLowerCase(Locale.ROOT);
    var domains =
        Arrays.stream(typed.split("[,\\s]+"))
            .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
            .filter(domain -> !domain.isEmpty())
            .distinct()
            .toList();
    if (!domains.stream().allMatch(domain -> domain.matches(Choices.DOMAIN))) {
      form.wrong("domains", "network.domains.wrong");
    }
    return domains;
  }

  private void blank(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    visit.page("network/school-new.ftlh", Map.of("programme", programme, "choices", CHOICES));
  }

  private void make(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var draft = draft(visit, null);
    var id = visit.made();
    if (visit.form().good() && !schools.create(id, programme.id(), draft).await()) {
      visit.form().wrong("name", "network.school.there");
    }
    if (!visit.form().good()) {
      visit.again("network/school-new.ftlh", Map.of("programme", programme, "choices", CHOICES));
      return;
    }
    audit.write(visit.me().id(), "school.make", id.text()).await();
    visit.go("/schools/" + id + "/adults");
  }

  private void show(Visit visit) {
    var school = school(visit, schools);
    visit.page(
        "network/school.ftlh",
        Map.of("school", school, "classes", classes.of(school.id()).await()));
  }

  private void form(Visit visit) {
    visit.page(
        "network/school-change.ftlh", Map.of("school", kept(visit, schools), "choices", CHOICES));
  }

  private void change(Visit visit) {
    var school = kept(visit, schools);
    var draft = draft(visit, school);
    if (visit.form().good() && !schools.change(school.id(), draft).await()) {
      visit.form().wrong("name", "network.school.there");
    }
    if (!visit.form().good()) {
      visit.again("network/school-change.ftlh", Map.of("school", school, "choices", CHOICES));
      return;
    }
    audit.write(visit.me().id(), "school.change", school.id().text()).await();
    visit.go("/schools/" + school.id());
  }
}
