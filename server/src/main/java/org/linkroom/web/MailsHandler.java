package org.linkroom.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.Programmes;
import org.linkroom.people.Role;
import org.linkroom.people.Undelivered;
import org.linkroom.safety.Audit;

/// Mails that did not arrive: of a programme's adults for its facilitator, and all of them.
final class MailsHandler {
  private final Programmes programmes;
  private final Undelivered mails;
  private final Audit audit;

  MailsHandler(Programmes programmes, Undelivered mails, Audit audit) {
    this.programmes = programmes;
    this.mails = mails;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/mails", Who.signedIn(), this::ofProgramme);
    routes.post("/programmes/:programme/mails/again", Who.signedIn(), this::againOfProgramme);
    routes.get("/network/mails", Who.having(Role.Kind.COORDINATOR), this::all);
    routes.post("/network/mails/again", Who.having(Role.Kind.COORDINATOR), this::again);
  }

  private void ofProgramme(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    visit.page(
        "mail/programme.ftlh",
        Map.of("programme", programme, "mails", mails.of(programme.id(), visit.now()).await()));
  }

  private void all(Visit visit) {
    visit.page("mail/network.ftlh", Map.of("mails", mails.of(null, visit.now()).await()));
  }

  private void againOfProgramme(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    again(visit, programme.id(), "/programmes/" + programme.id() + "/mails");
  }

  private void again(Visit visit) {
    again(visit, null, "/network/mails");
  }

  private void again(Visit visit, @Nullable Id programme, String onward) {
    var mail = visit.form().id("mail").orElseThrow(Problem::malformed);
    if (!mails.again(mail, programme, visit.now()).await()) {
      throw Problem.changed(onward);
    }
    audit.write(visit.me().id(), "letter.again", mail.text()).await();
    visit.go(onward);
  }
}
