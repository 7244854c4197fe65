package org.linkroom.web;

import org.linkroom.check.Tickets;
import org.linkroom.network.ClassNeeds;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.parcel.Shelves;
import org.linkroom.safety.Audit;
import org.linkroom.session.Diaries;
import org.linkroom.session.ForBoth;
import org.linkroom.session.KeptLessons;
import org.linkroom.session.LeaderAnswers;
import org.linkroom.session.Lessons;
import org.linkroom.session.QuestionGarden;
import org.linkroom.session.RunPlans;
import org.linkroom.session.TermSpans;

/// A session, its times, its lesson: every page of that, joined to what it needs.
final class PlanningPages {
  private PlanningPages() {}

  static void open(Routes routes, Door.Needs of) {
    var schools = new Schools(of.records());
    var audit = new Audit(of.records());
    new TimesHandler(of.links(), schools, new Diaries(of.records()), audit).routes(routes);
    new NeedsHandler(of.links(), schools, new ClassNeeds(of.records()), audit).routes(routes);
    new TermsHandler(new Programmes(of.records()), schools, new TermSpans(of.records()), audit)
        .routes(routes);
    var told = RoomsTold.of(of);
    var forBoth =
        new ForBothHandler.Needs(
            of.links(),
            of.sessions(),
            new ForBoth(of.records()),
            told,
            new Foresight(new Diaries(of.records())),
            audit);
    new ForBothHandler(forBoth).routes(routes);
    sessions(routes, of, told);
    var garden = new QuestionGarden(of.records());
    new GardenHandler(new GardenHandler.Needs(of.links(), garden, told)).routes(routes);
    new LeaderHandler(of.links(), of.sessions(), new LeaderAnswers(of.records()), told, audit)
        .routes(routes);
  }

  private static void sessions(Routes routes, Door.Needs of, RoomsTold told) {
    var lessons = new Lessons(of.records());
    new LessonReportHandler(of.links(), of.sessions(), new KeptLessons(of.records()))
        .routes(routes);
    new SessionHandler(
            of.links(),
            of.sessions(),
            told,
            new Tickets(of.records()),
            new LeaderAnswers(of.records()),
            new ForBoth(of.records()),
            lessons,
            new ParcelsCome(of.records()))
        .routes(routes);
    new LessonHandler(
            new LessonHandler.Needs(
                of.links(),
                of.sessions(),
                lessons,
                RunPlans.read(),
                new Shelves(of.records()),
                told))
        .routes(routes);
  }
}
