package org.linkroom.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.parcel.ParcelAnswers;
import org.linkroom.parcel.Parcels;
import org.linkroom.parcel.PhotoRule;
import org.linkroom.parcel.Pictures;
import org.linkroom.session.QuestionGarden;

/// Parcels that were sent: an adult of either class reads them; the class that one is for opens it
/// on its board, step by step, and says what it noticed and what it would like to ask.
final class ParcelHandler {
  private static final int NOTICED = 300;
  private static final int REPLY = 1000;
  private static final int QUESTION = 160;
  private static final List<String> ASKS = List.of("ask1", "ask2", "ask3");

  private final Links links;
  private final Parcels parcels;
  private final Pictures pictures;
  private final ParcelAnswers answers;
  private final QuestionGarden garden;

  ParcelHandler(
      Links links,
      Parcels parcels,
      Pictures pictures,
      ParcelAnswers answers,
      QuestionGarden garden) {
    this.garden = garden;
    this.links = links;
    this.parcels = parcels;
    this.pictures = pictures;
    this.answers = answers;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/parcels", Who.signedIn(), this::all);
    routes.get("/links/:link/parcels/:parcel", Who.signedIn(), this::show);
    routes.get("/links/:link/parcels/:parcel/open", Who.signedIn(), this::open);
    routes.get("/links/:link/parcels/:parcel/sound", Who.signedIn(), this::sound);
    routes.post("/links/:link/parcels/:parcel/answer", Who.signedIn(), this::answer);
  }

  /// A link's page, for an adult of one of its classes and for nobody else.
  static LinkView link(Visit visit, Links links) {
    var link = LinkHandler.link(visit, links);
    if (link.mine(visit.me()).isEmpty()) {
      throw Problem.notFound();
    }
    return link;
  }

  private void all(Visit visit) {
    var link = link(visit, links);
    var sent = parcels.sent(link.id()).await();
    var model = new HashMap<String, @Nullable Object>();
    model.put("link", link);
    model.put("mine", link.mine(visit.me()));
    model.put("packs", packed(visit, link));
    model.put("parcels", sent);
    model.put("answers", answers.of(sent.stream().map(Parcels.Parcel::id).toList()).await());
    visit.page("parcel/parcels.ftlh", model);
  }

  /// The classes for which the visitor packs.
  static List<ClassView> packed(Visit visit, LinkView link) {
    return link.live()
        ? link.mine(visit.me()).stream().filter(c -> PackHandler.packs(visit.me(), c.id())).toList()
        : List.of();
  }

  /// One that was sent.
  ///
  /// @param mine the visitor's classes that it is for; none where it is her own class's
  private record Sent(LinkView link, Parcels.Parcel parcel, List<ClassView> mine) {
    String path() {
      return "/links/" + link.id() + "/parcels/" + parcel.id();
    }

    ClassView from() {
      return link.find(parcel.classId()).orElseThrow(Problem::notFound);
    }
  }

  private Sent sent(Visit visit) {
    var link = link(visit, links);
    var parcel =
        parcels
            .find(link.id(), visit.id("parcel"))
            .await()
            .filter(found -> found.sent() != null)
            .orElseThrow(Problem::notFound);
    var mine =
        link.mine(visit.me()).stream().filter(c -> !c.id().equals(parcel.classId())).toList();
    return new Sent(link, parcel, mine);
  }

  /// What the visitor sees of it: of what its own adults approved, what the schools' rule of now
  /// lets.
  private Map<String, @Nullable Object> model(Visit visit, Sent sent) {
    var rule = PhotoRule.of(sent.link());
    var model = new HashMap<String, @Nullable Object>();
    model.put("link", sent.link());
    model.put("parcel", sent.parcel());
    model.put("from", sent.from());
    model.put("mine", sent.mine());
    model.put("takesBack", PackHandler.packs(visit.me(), sent.parcel().classId()));
    var all = pictures.of(sent.parcel().id()).await();
    model.put("pictures", all.stream().filter(p -> p.shown(rule)).toList());
    model.put("answers", answers.of(List.of(sent.parcel().id())).await());
    model.put("asked", Map.of());
    return model;
  }

  private void show(Visit visit) {
    visit.page("parcel/parcel.ftlh", model(visit, sent(visit)));
  }

  /// Step by step: 0 wrapped, then words, pictures and sound, and last what the class noticed.
  private void open(Visit visit) {
    var sent = sent(visit);
    var model = model(visit, sent);
    var steps = new ArrayList<Map<String, Object>>();
    steps.add(Map.of("what", "wrapped"));
    if (!sent.parcel().words().isEmpty()) {
      steps.add(Map.of("what", "words"));
    }
    ((List<?>) List.copyOf(pictures(model)))
        .forEach(picture -> steps.add(Map.of("what", "picture", "picture", picture)));
    if (sent.parcel().sounds()) {
      steps.add(Map.of("what", "sound"));
    }
    steps.add(Map.of("what", "noticed"));
    int at = step(visit.query("at"), steps.size() - 1);
    if (at > 0) {
      for (ClassView c : sent.mine()) {
        answers.opened(sent.parcel().id(), c.id(), visit.now()).await();
      }
    }
    model.put("at", at);
    model.put("last", steps.size() - 1);
    model.put("step", steps.get(at));
    visit.page("parcel/open.ftlh", model);
  }

  private static List<?> pictures(Map<String, @Nullable Object> model) {
    return model.get("pictures") instanceof List<?> list ? list : List.of();
  }

  private static int step(String asked, int last) {
    return asked.matches("\\d{1,3}") ? Math.min(last, Integer.parseInt(asked)) : 0;
  }

  private void sound(Visit visit) {
    var link = link(visit, links);
    var parcel = parcels.find(link.id(), visit.id("parcel")).await().filter(p -> heard(visit, p));
    var sound =
        parcel
            .flatMap(p -> parcels.sound(link.id(), p.id()).await())
            .orElseThrow(Problem::notFound);
    MediaBytes.answer(visit.context(), sound.type(), sound.bytes());
  }

  /// What was not sent yet, its own class's adults hear alone.
  private static boolean heard(Visit visit, Parcels.Parcel parcel) {
    return parcel.sent() != null || PackHandler.packs(visit.me(), parcel.classId());
  }

  private void answer(Visit visit) {
    var sent = sent(visit);
    if (sent.mine().isEmpty()) {
      throw Problem.notFound();
    }
    var form = visit.form();
    String noticed = form.line("noticed", NOTICED);
    String reply = form.optionalText("reply", REPLY);
    var questions =
        ASKS.stream()
            .map(ask -> form.optionalLine(ask, QUESTION))
            .filter(text -> !text.isEmpty())
            .toList();
    var judged = new ChildText(form).judge("noticed").judge("reply");
    ASKS.forEach(judged::judge);
    if (!form.good()) {
      var model = model(visit, sent);
      model.put("asked", judged.asked());
      visit.again("parcel/parcel.ftlh", model);
      return;
    }
    var draft = new ParcelAnswers.Draft(noticed, reply);
    for (ClassView c : sent.mine()) {
      if (answers.answer(sent.parcel().id(), c.id(), draft, visit.me().id(), visit.now()).await()) {
        ask(visit, sent, c.id(), questions);
      }
    }
    visit.go(sent.path());
  }

  /// Their questions wait for the next question board.
  private void ask(Visit visit, Sent sent, Id classId, List<String> questions) {
    for (String question : questions) {
      garden.add(Id.random(), sent.link().id(), classId, question, visit.now()).await();
    }
  }
}
