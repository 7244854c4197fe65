package org.linkroom.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.safety.AuditLog;
import org.linkroom.session.SchoolClock;

/// The audit log's pages. Whoever looks into it is in it too.
final class AuditHandler {
  /// What can be asked for, by the beginning of what is written.
  private static final List<String> KINDS =
      List.of(
          "adult",
          "agreement",
          "audit",
          "board",
          "class",
          "concern",
          "cover-pass",
          "erased",
          "export",
          "ledger",
          "link",
          "parcel",
          "programme",
          "retention",
          "school",
          "session",
          "spoken-code",
          "yes");

  private final Programmes programmes;
  private final Schools schools;
  private final AuditLog log;
  private final Audit audit;

  AuditHandler(Programmes programmes, Schools schools, AuditLog log, Audit audit) {
    this.programmes = programmes;
    this.schools = schools;
    this.log = log;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/network/log", Who.having(Role.Kind.COORDINATOR), this::network);
    routes.get("/programmes/:programme/log", Who.signedIn(), this::programme);
    routes.get("/schools/:school/log", Who.signedIn(), this::school);
  }

  private void network(Visit visit) {
    show(visit, "network", null, null);
  }

  private void programme(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    show(visit, "programme", programme, programme.id());
  }

  /// Of a school: who answers for its children, and who runs its programme. Not its office, of
  /// whom there may be lines.
  private void school(Visit visit) {
    var school = SchoolHandler.school(visit, schools);
    if (!school.ledBy(visit.me()) && !visit.me().runs(school.programme())) {
      throw Problem.notFound();
    }
    show(visit, "school", school, school.id());
  }

  private void show(Visit visit, String of, @Nullable Object owner, @Nullable Id place) {
    String kind = KINDS.contains(visit.query("kind")) ? visit.query("kind") : "";
    String who = Id.fits(visit.query("who")) ? visit.query("who") : "";
    var lines = log.read(new AuditLog.Asked(place, kind, who, until(visit), before(visit))).await();
    audit.write(visit.me().id(), "audit.read", place == null ? of : place.text()).await();
    var model = new HashMap<String, @Nullable Object>();
    model.put(of, owner);
    model.put("lines", lines.subList(0, Math.min(AuditLog.PAGE, lines.size())));
    model.put("more", lines.size() > AuditLog.PAGE);
    model.put("kind", kind);
    model.put("who", who);
    model.put("until", visit.query("until"));
    model.put("choices", KINDS);
    visit.page("safety/log.ftlh", model);
  }

  /// To the end of a day; what is no day means today.
  private static Instant until(Visit visit) {
    try {
      var day = LocalDate.parse(visit.query("until"));
      return day.plusDays(1).atStartOfDay(SchoolClock.LONDON).toInstant();
    } catch (DateTimeParseException noDay) {
      return visit.now().plusSeconds(60);
    }
  }

  private static long before(Visit visit) {
    String number = visit.query("before");
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : Long.MAX_VALUE;
  }
}
