package org.linkroom.web;

import org.linkroom.day.Today;
import org.linkroom.entry.Boards;
import org.linkroom.entry.CoverPasses;
import org.linkroom.network.Classes;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.safety.Audit;
import org.linkroom.safety.AuditLog;
import org.linkroom.safety.Concerns;
import org.linkroom.safety.Erasing;
import org.linkroom.safety.Kept;

/// Looking after what is on record: every page of that, joined to what it needs.
final class KeepingPages {
  private KeepingPages() {}

  static void open(Routes routes, Door.Needs of) {
    var programmes = new Programmes(of.records());
    var schools = new Schools(of.records());
    var audit = new Audit(of.records());
    var today = new Today(of.records(), of.links(), of.sessions());
    var covers = new CoverPasses(of.records());
    var boards = new Boards(of.records(), of.hashes());
    new SchoolTodayHandler(schools, of.links(), today, covers, boards, audit).routes(routes);
    new ConcernPointersHandler(programmes, new Concerns(of.records())).routes(routes);
    new KeptHandler(new Kept(of.records()), audit).routes(routes);
    var classes = new Classes(of.records());
    var erasing = new Erasing(of.records());
    new EraseHandler(of.links(), schools, classes, erasing, audit).routes(routes);
    new LedgerHandler(of.records()).routes(routes);
    new AuditHandler(programmes, schools, new AuditLog(of.records()), audit).routes(routes);
  }
}
