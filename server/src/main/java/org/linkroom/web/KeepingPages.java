package org.linkroom.web;

import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.safety.Audit;
import org.linkroom.safety.AuditLog;

/// Looking after what is on record: every page of that, joined to what it needs.
final class KeepingPages {
  private KeepingPages() {}

  static void open(Routes routes, Door.Needs of) {
    var programmes = new Programmes(of.records());
    var schools = new Schools(of.records());
    var audit = new Audit(of.records());
    new AuditHandler(programmes, schools, new AuditLog(of.records()), audit).routes(routes);
  }
}
