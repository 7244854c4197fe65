package org.linkroom.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linkroom.day.QuietLinks;
import org.linkroom.network.LinkItems;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.network.Programmes;
import org.linkroom.safety.Audit;
import org.linkroom.session.LinkThread;
import org.linkroom.session.SchoolClock;

/// "We had contact": how and on which day, by one press of a teacher or of who runs the programme;
/// and after how many weeks without any a programme hears of a link.
final class ContactHandler {
  /// How there was contact, in the order in which they are offered.
  static final List<String> WAYS = List.of("phone", "mail", "parcel", "visit");

  private static final Set<String> FROM = Set.of("", "day", "programme");

  private final Links links;
  private final LinkThread thread;
  private final LinkItems items;
  private final Programmes programmes;
  private final QuietLinks quiet;
  private final Audit audit;

  ContactHandler(
      Links links,
      LinkThread thread,
      LinkItems items,
      Programmes programmes,
      QuietLinks quiet,
      Audit audit) {
    this.links = links;
    this.thread = thread;
    this.items = items;
    this.programmes = programmes;
    this.quiet = quiet;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/contact", Who.signedIn(), this::form);
    routes.post("/links/:link/contact", Who.signedIn(), this::add);
    routes.post("/programmes/:programme/quiet", Who.signedIn(), this::weeks);
  }

  private LinkView kept(Visit visit) {
    var link = LinkHandler.link(visit, links);
    if (!LinkStory.keeps(link, visit.me())) {
      throw Problem.notFound();
    }
    return link;
  }

  private void form(Visit visit) {
    visit.page("link/contact.ftlh", model(visit, kept(visit)));
  }

  private static Map<String, Object> model(Visit visit, LinkView link) {
    return Map.of("link", link, "today", today(visit).toString());
  }

  private static LocalDate today(Visit visit) {
    return visit.now().atZone(SchoolClock.LONDON).toLocalDate();
  }

  /// A day of the last year; what has not been yet is planned, not had.
  private static Optional<LocalDate> day(Visit visit) {
    try {
      var day = LocalDate.parse(visit.form().raw("day"));
      var today = today(visit);
      if (!day.isAfter(today) && day.isAfter(today.minusYears(1))) {
        return Optional.of(day);
      }
    } catch (DateTimeException notOne) {
      // Told below.
    }
    visit.form().wrong("day", "contact.day.wrong");
    return Optional.empty();
  }

  private void add(Visit visit) {
    var link = kept(visit);
    String way = visit.form().choice("way", Set.copyOf(WAYS));
    var day = day(visit);
    if (!visit.form().good() || day.isEmpty()) {
      visit.again("link/contact.ftlh", model(visit, link));
      return;
    }
    var me = visit.me();
    switch (way) {
      case "parcel", "visit" -> {
        String kind = way.equals("parcel") ? "exchange" : "visit";
        var item = new LinkItems.Draft(kind, null, day.get(), "", "");
        items.add(visit.made(), link.id(), item, me.id()).await();
      }
      default -> {
        String words = visit.words().say("contact.said." + way);
        var note = new LinkThread.New(visit.made(), link.id(), way, words);
        thread.write(note, me, day.get()).await();
      }
    }
    visit.go(back(visit, link));
  }

  private static String back(Visit visit, LinkView link) {
    String from = visit.form().raw("from");
    if (!FROM.contains(from) || from.isEmpty() || !visit.me().runs(link.programme())) {
      return "/links/" + link.id();
    }
    return from.equals("day") ? "/day" : "/programmes/" + link.programme();
  }

  private void weeks(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    int weeks = visit.form().number("weeks", 1, QuietLinks.MOST_WEEKS);
    if (!visit.form().good()) {
      throw Problem.malformed();
    }
    quiet.keepWeeks(programme.id(), weeks).await();
    audit.write(visit.me().id(), "programme.change", programme.id().text()).await();
    visit.go("/programmes/" + programme.id());
  }
}
