package org.linkroom.web;

import java.util.ArrayList;
import java.util.Map;
import org.linkroom.network.Agreements;
import org.linkroom.network.Programmes;
import org.linkroom.safety.Audit;

/// The text that a programme's schools sign: each change is another version, and what was signed
/// stays what it was.
final class AgreementTextHandler {
  private static final int CLAUSES = 5;

  private final Programmes programmes;
  private final Agreements agreements;
  private final Audit audit;

  AgreementTextHandler(Programmes programmes, Agreements agreements, Audit audit) {
    this.programmes = programmes;
    this.agreements = agreements;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/agreement", Who.signedIn(), this::show);
    routes.post("/programmes/:programme/agreement", Who.signedIn(), this::write);
  }

  private Map<String, Object> model(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    return Map.of("programme", programme, "text", agreements.current(programme.id()).await());
  }

  private void show(Visit visit) {
    visit.page("network/agreement-text.ftlh", model(visit));
  }

  private void write(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var form = visit.form();
    String intro = form.text("intro", 2000);
    var clauses = new ArrayList<String>();
    for (int i = 0; i < CLAUSES; i++) {
      clauses.add(form.optionalText("clause" + i, 500));
    }
    if (clauses.stream().allMatch(String::isEmpty)) {
      form.wrong("clause0", "form.missing");
    }
    if (!form.good()) {
      visit.again("network/agreement-text.ftlh", model(visit));
      return;
    }
    agreements.write(visit.made(), programme.id(), intro, clauses, visit.me().id()).await();
    audit.write(visit.me().id(), "agreement.text", programme.id().text()).await();
    visit.go("/programmes/" + programme.id() + "/agreement");
  }
}
