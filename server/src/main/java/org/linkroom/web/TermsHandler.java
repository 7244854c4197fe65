package org.linkroom.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Span;
import org.linkroom.session.TermSpans;

/// Terms and closing days: a school's, a programme's, and the network's, of which the nearest
/// counts.
final class TermsHandler {
  private static final int LONGEST = 199;

  private final Programmes programmes;
  private final Schools schools;
  private final TermSpans spans;
  private final Audit audit;

  TermsHandler(Programmes programmes, Schools schools, TermSpans spans, Audit audit) {
    this.programmes = programmes;
    this.schools = schools;
    this.spans = spans;
    this.audit = audit;
  }

  void routes(Routes routes) {
    for (String at : List.of("/schools/:school", "/programmes/:programme")) {
      routes.get(at + "/terms", Who.signedIn(), this::show);
      routes.post(at + "/terms", Who.signedIn(), this::add);
      routes.post(at + "/terms/remove", Who.signedIn(), this::remove);
    }
    routes.get("/network/terms", Who.having(Role.Kind.COORDINATOR), this::show);
    routes.post("/network/terms", Who.having(Role.Kind.COORDINATOR), this::add);
    routes.post("/network/terms/remove", Who.having(Role.Kind.COORDINATOR), this::remove);
  }

  /// Whose days a page is about.
  private record Of(
      TermSpans.Owner owner, String path, String name, String subject, Map<String, Object> model) {}

  private Of of(Visit visit) {
    if (!visit.path("school").isEmpty()) {
      var school = SchoolHandler.kept(visit, schools);
      return new Of(
          new TermSpans.Owner(null, school.id()),
          "/schools/" + school.id(),
          school.name(),
          school.id().text(),
          Map.of("school", school));
    }
    if (!visit.path("programme").isEmpty()) {
      var programme = ProgrammeHandler.programme(visit, programmes);
      return new Of(
          new TermSpans.Owner(programme.id(), null),
          "/programmes/" + programme.id(),
          programme.name(),
          programme.id().text(),
          Map.of("programme", programme));
    }
    String name = visit.words().say("terms.network");
    return new Of(TermSpans.Owner.NETWORK, "/network", name, "network", Map.of());
  }

  private Map<String, Object> model(Visit visit, Of of) {
    var model = new HashMap<>(of.model());
    model.put("name", of.name());
    model.put("at", of.path() + "/terms");
    model.put("spans", spans.of(of.owner(), today(visit)).await());
    return model;
  }

  private static LocalDate today(Visit visit) {
    return visit.now().atZone(SchoolClock.LONDON).toLocalDate();
  }

  private void show(Visit visit) {
    visit.page("planning/terms.ftlh", model(visit, of(visit)));
  }

  private void add(Visit visit) {
    var of = of(visit);
    var form = visit.form();
    String name = form.line("name", 120);
    String kind = form.choice("kind", Set.of("term", "closed"));
    var first = day(form, "first");
    var last = day(form, "last");
    if (first != null
        && last != null
        && (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST)))) {
      form.wrong("last", "terms.last.wrong");
    }
    if (!form.good() || first == null || last == null) {
      visit.again("planning/terms.ftlh", model(visit, of));
      return;
    }
    int level = of.owner().school() != null ? 2 : of.owner().programme() != null ? 1 : 0;
    var span = new Span(visit.made(), level, kind.equals("term"), name, first, last);
    if (!spans.add(of.owner(), span).await()) {
      form.wrong("name", "terms.many");
      visit.again("planning/terms.ftlh", model(visit, of));
      return;
    }
    audit.write(visit.me().id(), "days.added", of.subject()).await();
    visit.go(of.path() + "/terms");
  }

  private static @Nullable LocalDate day(Form form, String field) {
    try {
      var day = LocalDate.parse(form.raw(field).strip());
      if (day.getYear() >= 2000 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeException notOne) {
      // Told below, as a year that nobody means is.
    }
    form.wrong(field, "terms.day.wrong");
    return null;
  }

  private void remove(Visit visit) {
    var of = of(visit);
    var span = visit.form().id("span").orElseThrow(Problem::malformed);
    if (spans.remove(of.owner(), span).await().isPresent()) {
      audit.write(visit.me().id(), "days.removed", of.subject()).await();
    }
    visit.go(of.path() + "/terms");
  }
}
