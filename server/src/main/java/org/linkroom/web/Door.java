package org.linkroom.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.linkroom.base.Words;
import org.linkroom.check.AllowList;
import org.linkroom.check.Tickets;
import org.linkroom.day.HelpRequests;
import org.linkroom.day.QuietLinks;
import org.linkroom.day.Today;
import org.linkroom.entry.Boards;
import org.linkroom.entry.CoverPasses;
import org.linkroom.entry.JoinCodes;
import org.linkroom.network.Adults;
import org.linkroom.network.LinkItems;
import org.linkroom.network.Links;
import org.linkroom.network.Programmes;
import org.linkroom.openid.Issuer;
import org.linkroom.openid.OpenId;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.people.Mailer;
import org.linkroom.people.Passes;
import org.linkroom.people.People;
import org.linkroom.people.SignIns;
import org.linkroom.records.Records;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Audit;
import org.linkroom.safety.Concerns;
import org.linkroom.safety.Kept;
import org.linkroom.session.ClassRooms;
import org.linkroom.session.Diaries;
import org.linkroom.session.Lessons;
import org.linkroom.session.LinkThread;
import org.linkroom.session.RecordLines;
import org.linkroom.session.RoomPlans;
import org.linkroom.session.RunPlans;
import org.linkroom.session.Sessions;
import org.linkroom.session.Swaps;
import org.linkroom.video.DirectVideo;

/// The HTTP door: every page's handler, joined to what it needs.
public final class Door {
  private final Routes routes;

  /// What pages need of the rest.
  public record Needs(
      Records records,
      Health health,
      PrometheusMeterRegistry registry,
      Rooms rooms,
      Links links,
      Sessions sessions,
      RoomPlans plans,
      People people,
      SignIns signIns,
      Passes passes,
      Hashes hashes,
      Mailer mailer,
      InstantSource clock) {}

  /// What is set for pages.
  public record Set(
      String publicUrl,
      boolean demo,
      Duration mailed,
      Duration spoken,
      DirectVideo video,
      String mailFrom,
      List<Issuer> issuers) {}

  /// Join everything.
  public Door(Vertx vertx, List<Context> threads, Needs of, Set set) {
    var assets = new Assets();
    var words = new Words();
    var pages = new Pages(words, assets);
    routes =
        new Routes(
            vertx,
            threads,
            pages,
            assets,
            of.signIns(),
            of.hashes(),
            of.clock(),
            set.publicUrl(),
            set.demo());
    new MachineHandler(of.health(), of.registry()).routes(routes.router());
    new FrontHandler(new Kept(of.records())).routes(routes);
    people(of, set);
    accounts(vertx, of, set);
    sessions(of);
    comingIn(of, set);
    checks(of, set);
    day(of);
    NetworkPages.open(routes, of);
    KeepingPages.open(routes, of);
    PlanningPages.open(routes, of);
    MailPages.open(routes, of, words, set.publicUrl());
    LinkingPages.open(routes, of, words, set.publicUrl());
    YearPages.open(routes, of, words, set.publicUrl());
    ParcelPages.open(routes, of, words, set.publicUrl());
    records(of);
  }

  /// What was held, by whom, and in sum.
  private void records(Needs of) {
    new RecordsHandler(of.links(), of.records()).routes(routes);
    new FiguresHandler(of.records()).routes(routes);
  }

  private void people(Needs of, Set set) {
    var attempts = new Attempts(of.records());
    var audit = new Audit(of.records());
    new SignInHandler(
            of.records(),
            of.people(),
            of.signIns(),
            of.hashes(),
            attempts,
            of.mailer(),
            set.publicUrl(),
            set.mailed(),
            set.issuers())
        .routes(routes);
    new SignOutHandler(of.signIns(), of.rooms(), Doorstep.of(of)).routes(routes);
    new SpokenCodeHandler(of.records(), of.people(), of.hashes(), audit, set.spoken())
        .routes(routes);
    new ConcernHandler(
            new Concerns(of.records()),
            new Programmes(of.records()),
            of.links(),
            of.sessions(),
            attempts,
            of.hashes(),
            of.mailer(),
            audit,
            set.publicUrl())
        .routes(routes);
    if (set.demo()) {
      new DemoHandler(of.records(), of.people(), of.signIns(), of.mailer()).routes(routes);
    }
  }

  private void accounts(Vertx vertx, Needs of, Set set) {
    var openId = new OpenId(vertx, set.issuers(), of.hashes(), set.publicUrl(), OpenId.PATIENCE);
    var attempts = new Attempts(of.records());
    new OpenIdHandler(openId, of.people(), of.signIns(), of.hashes(), attempts).routes(routes);
  }

  private void sessions(Needs of) {
    var thread = new LinkThread(of.records());
    var story = new LinkStory(of.records());
    var come = new ParcelsCome(of.records());
    var journeys = new Journeys(of.records());
    new LinkHandler(of.links(), of.sessions(), thread, story, come, journeys).routes(routes);
    new PlanHandler(
            of.links(),
            of.sessions(),
            RoomsTold.of(of),
            new Foresight(new Diaries(of.records())),
            story,
            new PlannedLesson(new Lessons(of.records()), RunPlans.read()))
        .routes(routes);
    new RecordHandler(of.links(), of.sessions(), new RecordLines(of.records())).routes(routes);
  }

  private void comingIn(Needs of, Set set) {
    var attempts = new Attempts(of.records());
    var audit = new Audit(of.records());
    var codes = new JoinCodes(of.records(), attempts, of.hashes());
    var covers = new CoverPasses(of.records());
    var doorstep = Doorstep.of(of);
    new GoInHandler(
            of.links(),
            of.sessions(),
            new Adults(of.records()),
            new ClassRooms(of.records()),
            doorstep,
            new Swaps(of.records(), of.links()))
        .routes(routes);
    new RoomHandler(of.sessions(), of.people(), doorstep, codes, set.publicUrl()).routes(routes);
    new JoinHandler(of.sessions(), codes, covers, doorstep, attempts, of.hashes(), audit)
        .routes(routes);
    new CoverHandler(of.links(), of.sessions(), of.plans(), codes, covers, audit, RoomsTold.of(of))
        .routes(routes);
    new BoardHandler(
            of.links(), of.sessions(), new Boards(of.records(), of.hashes()), doorstep, audit)
        .routes(routes);
  }

  /// Whether a classroom's device will do.
  private void checks(Needs of, Set set) {
    var tickets = new Tickets(of.records());
    var attempts = new Attempts(of.records());
    var ask = new CheckHandler.Ask(set.video(), attempts, of.hashes());
    new CheckHandler(tickets, of.sessions(), of.links(), ask).routes(routes);
    new TicketHandler(tickets, of.sessions(), of.links(), ask).routes(routes);
    new AllowListHandler(
            AllowList.of(
                set.publicUrl(),
                set.video(),
                set.mailFrom(),
                set.issuers().stream().map(Issuer::url).toList()))
        .routes(routes);
  }

  /// The facilitator's day.
  private void day(Needs of) {
    var programmes = new Programmes(of.records());
    var help = new HelpRequests(of.records());
    var audit = new Audit(of.records());
    var today = new Today(of.records(), of.links(), of.sessions());
    var quiet = new QuietLinks(of.records(), of.links(), of.sessions());
    new DayHandler(programmes, today, help, quiet, new Tickets(of.records()), audit).routes(routes);
    new ContactHandler(
            of.links(),
            new LinkThread(of.records()),
            new LinkItems(of.records()),
            programmes,
            quiet,
            audit)
        .routes(routes);
    new HelpHandler(
            new HelpHandler.Needs(
                of.links(), of.sessions(), programmes, help, Doorstep.of(of), audit))
        .routes(routes);
  }

  /// The router behind the one port.
  public Router router() {
    return routes.router();
  }

  /// All routes, for the test that walks them.
  public List<Routes.Route> routes() {
    return routes.all();
  }
}
