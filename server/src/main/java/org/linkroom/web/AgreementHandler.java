package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.base.Id;
import org.linkroom.network.Agreement;
import org.linkroom.network.Agreements;
import org.linkroom.network.Linking;
import org.linkroom.network.SchoolView;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Schools;
import org.linkroom.safety.Audit;

/// A school's agreement for a school year: its head signs it clause by clause; who runs the
/// programme records a signature on paper, or gives 30 days with a reason.
final class AgreementHandler {
  private final Schools schools;
  private final Agreements agreements;
  private final Linking linking;
  private final LinkNews news;
  private final Audit audit;

  AgreementHandler(
      Schools schools, Agreements agreements, Linking linking, LinkNews news, Audit audit) {
    this.schools = schools;
    this.agreements = agreements;
    this.linking = linking;
    this.news = news;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/schools/:school/agreement", Who.signedIn(), this::show);
    routes.post("/schools/:school/agreement", Who.signedIn(), this::sign);
    routes.post("/schools/:school/agreement/paper", Who.signedIn(), this::paper);
    routes.post("/schools/:school/agreement/grace", Who.signedIn(), this::grace);
  }

  /// This school year, or the next one if it is asked for.
  private static int year(Visit visit) {
    int now = SchoolYear.at(visit.now());
    String asked = visit.form().raw("year") + visit.query("year");
    return asked.equals(Integer.toString(now + 1)) ? now + 1 : now;
  }

  private Map<String, Object> model(Visit visit, SchoolView school) {
    int year = year(visit);
    var text = agreements.signedText(school.id(), year).await();
    return Map.of(
        "school", school,
        "year", year,
        "yearName", SchoolYear.name(year),
        "other", year == SchoolYear.at(visit.now()) ? year + 1 : year - 1,
        "otherName", SchoolYear.name(year == SchoolYear.at(visit.now()) ? year + 1 : year - 1),
        "stands", agreements.of(school.id(), year, visit.now()).await(),
        "text", text.isPresent() ? text.get() : agreements.current(school.programme()).await(),
        "heads", school.headedBy(visit.me()),
        "runs", visit.me().runs(school.programme()));
  }

  private void show(Visit visit) {
    visit.page("network/agreement.ftlh", model(visit, SchoolHandler.school(visit, schools)));
  }

  private SchoolView run(Visit visit) {
    var school = SchoolHandler.school(visit, schools);
    if (!visit.me().runs(school.programme())) {
      throw Problem.notFound();
    }
    return school;
  }

  private void sign(Visit visit) {
    var school = SchoolHandler.school(visit, schools);
    if (!school.headedBy(visit.me())) {
      throw Problem.notFound();
    }
    var form = visit.form();
    var text = agreements.current(school.programme()).await();
    List<String> clauses = text.clauses();
    for (int i = 0; i < clauses.size(); i++) {
      if (!clauses.get(i).isEmpty() && !form.raw("clause" + i).equals("yes")) {
        form.wrong("clause" + i, "linking.agreement.tick");
      }
    }
    // Signed is what was read: a text that was changed meanwhile is read again.
    if (form.id("text").filter(text.id()::equals).isEmpty()) {
      form.wrong("signer", "linking.agreement.newer");
    }
    String signer = form.line("signer", 120);
    keep(visit, school, new Kept("signed", text.id(), signer, ""));
  }

  private void paper(Visit visit) {
    var school = run(visit);
    String signer = visit.form().line("papersigner", 120);
    var text = agreements.current(school.programme()).await();
    keep(visit, school, new Kept("paper", text.id(), signer, ""));
  }

  private void grace(Visit visit) {
    var school = run(visit);
    String why = visit.form().line("why", 300);
    var text = agreements.current(school.programme()).await();
    keep(visit, school, new Kept("grace", text.id(), visit.me().name(), why));
  }

  private record Kept(String kind, Id text, String signer, String why) {}

  private void keep(Visit visit, SchoolView school, Kept kept) {
    if (!visit.form().good()) {
      visit.again("network/agreement.ftlh", model(visit, school));
      return;
    }
    int year = year(visit);
    var now = visit.now();
    var line =
        new Agreements.Kept(
            school.id(),
            year,
            kept.kind(),
            kept.text(),
            kept.signer(),
            visit.me().id(),
            now,
            kept.kind().equals("grace") ? now.plus(Agreement.GRACE) : null,
            kept.why());
    if (agreements.keep(visit.made(), line).await()) {
      audit.write(visit.me().id(), "agreement." + kept.kind(), school.id().text()).await();
      linking.openOf(school.id(), now).await().forEach(news::live);
    }
    visit.go("/schools/" + school.id() + "/agreement?year=" + year);
  }
}
