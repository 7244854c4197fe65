package org.linkroom.web;

import java.util.Map;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.network.SchoolView;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;

/// Putting a school or a programme away, and bringing it back. Nothing on record is lost.
final class ArchiveHandler {
  private static final int MOST = 500;

  private final Programmes programmes;
  private final Schools schools;
  private final Audit audit;

  ArchiveHandler(Programmes programmes, Schools schools, Audit audit) {
    this.programmes = programmes;
    this.schools = schools;
    this.audit = audit;
  }

  void routes(Routes routes) {
    var coordinator = Who.having(Role.Kind.COORDINATOR);
    routes.get("/programmes/:programme/archived", Who.signedIn(), this::archived);
    routes.post("/programmes/:programme/archive", coordinator, this::archiveProgramme);
    routes.post("/programmes/:programme/restore", coordinator, this::restoreProgramme);
    routes.post("/schools/:school/archive", Who.signedIn(), this::archiveSchool);
    routes.post("/schools/:school/restore", Who.signedIn(), this::restoreSchool);
  }

  private void archived(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    visit.page(
        "network/archived.ftlh",
        Map.of(
            "programme",
            programme,
            "schools",
            schools.search(programme.id(), "", true, 0, MOST).await().stream()
                .filter(SchoolView::archived)
                .toList()));
  }

  private void archiveProgramme(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    if (!programmes.archive(programme.id()).await()) {
      throw Problem.saying(409, "network.schooled");
    }
    done(visit, programme, "programme.archive");
  }

  private void restoreProgramme(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    programmes.restore(programme.id()).await();
    done(visit, programme, "programme.restore");
  }

  private void done(Visit visit, ProgrammeView programme, String what) {
    audit.write(visit.me().id(), what, programme.id().text()).await();
    visit.go("/programmes/" + programme.id());
  }

  /// The school, if the visitor runs its programme: a school does not put itself away.
  private SchoolView run(Visit visit) {
    var school = SchoolHandler.school(visit, schools);
    if (!visit.me().runs(school.programme())) {
      throw Problem.notFound();
    }
    return school;
  }

  private void archiveSchool(Visit visit) {
    var school = run(visit);
    if (!schools.archive(school.id()).await()) {
      throw Problem.saying(409, "network.linked");
    }
    audit.write(visit.me().id(), "school.archive", school.id().text()).await();
    visit.go("/programmes/" + school.programme());
  }

  private void restoreSchool(Visit visit) {
    var school = run(visit);
    schools.restore(school.id()).await();
    audit.write(visit.me().id(), "school.restore", school.id().text()).await();
    visit.go("/schools/" + school.id());
  }
}
