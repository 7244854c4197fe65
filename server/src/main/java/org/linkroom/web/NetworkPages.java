package org.linkroom.web;

import org.linkroom.day.QuietLinks;
import org.linkroom.network.Adults;
import org.linkroom.network.Classes;
import org.linkroom.network.Coordinators;
import org.linkroom.network.Noticeboard;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.people.Own;
import org.linkroom.safety.Audit;
import org.linkroom.session.LeaderAnswers;
import org.linkroom.session.LinkThread;
import org.linkroom.year.Rounds;

/// The first page, and programmes, schools, classes and their adults: every page of that, joined to
/// what it needs.
final class NetworkPages {
  private NetworkPages() {}

  static void open(Routes routes, Door.Needs of) {
    var programmes = new Programmes(of.records());
    var schools = new Schools(of.records());
    var classes = new Classes(of.records());
    var adults = new Adults(of.records());
    var rounds = new Rounds(of.records());
    var audit = new Audit(of.records());
    var board = new Noticeboard(of.records());
    var thread = new LinkThread(of.records());
    new HomeHandler(
            of.links(), of.sessions(), thread, board, schools, new LeaderAnswers(of.records()))
        .routes(routes);
    var quiet = new QuietLinks(of.records(), of.links(), of.sessions());
    new ProgrammeHandler(programmes, schools, of.links(), rounds, quiet, audit).routes(routes);
    new NoticeboardHandler(programmes, board, audit).routes(routes);
    new TeamHandler(programmes, adults, of.rooms(), audit).routes(routes);
    new CoordinatorsHandler(adults, new Coordinators(of.records()), of.rooms(), audit)
        .routes(routes);
    new MeHandler(new Own(of.records()), of.rooms(), audit).routes(routes);
    new SchoolHandler(programmes, schools, classes, audit).routes(routes);
    new ClassHandler(schools, classes, adults, of.rooms(), audit).routes(routes);
    new ArchiveHandler(programmes, schools, audit).routes(routes);
    new AdultsHandler(schools, classes, adults, rounds, of.rooms(), audit).routes(routes);
  }
}
