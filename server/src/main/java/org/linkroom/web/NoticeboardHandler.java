package org.linkroom.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.TextRules;
import org.linkroom.network.Noticeboard;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.safety.Audit;

/// The noticeboard of a programme's teachers: share what went well, ask for advice, answer. It is
/// never about a child: what looks like a child's full name, or a way to reach one, stops a post.
final class NoticeboardHandler {
  private static final String PAGE = "network/noticeboard.ftlh";
  private static final Set<String> KINDS = Set.of("practice", "advice");
  private static final int MOST = 2000;

  private final Programmes programmes;
  private final Noticeboard board;
  private final Audit audit;

  NoticeboardHandler(Programmes programmes, Noticeboard board, Audit audit) {
    this.programmes = programmes;
    this.board = board;
    this.audit = audit;
  }

  /// Who reads it, and for which school; none for who runs the programme.
  private record Reader(ProgrammeView programme, Optional<Id> school, boolean runs) {
    Id id() {
      return programme.id();
    }

    String path() {
      return "/programmes/" + id() + "/board";
    }
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/board", Who.signedIn(), this::show);
    routes.post("/programmes/:programme/board", Who.signedIn(), this::put);
    routes.post("/programmes/:programme/board/down", Who.signedIn(), this::takeDown);
  }

  private Reader reader(Visit visit) {
    var me = visit.me();
    var programme =
        programmes
            .find(visit.id("programme"))
            .await()
            .filter(found -> !found.archived())
            .orElseThrow(Problem::notFound);
    var school = board.school(me, programme.id()).await();
    boolean runs = programme.runBy(me);
    if (school.isEmpty() && !runs) {
      throw Problem.notFound();
    }
    return new Reader(programme, school, runs);
  }

  private void show(Visit visit) {
    var reader = reader(visit);
    var model = model(visit, reader, before(visit));
    var last = board.looks(visit.me().id(), reader.id(), visit.now()).await();
    model.put("last", last.orElse(Instant.EPOCH));
    visit.page(PAGE, model);
  }

  private static Instant before(Visit visit) {
    try {
      return Instant.parse(visit.query("before"));
    } catch (DateTimeException none) {
      return visit.now().plusSeconds(1);
    }
  }

  private Map<String, @Nullable Object> model(Visit visit, Reader reader, Instant before) {
    var posts = board.posts(reader.id(), before).await();
    boolean more = posts.size() > Noticeboard.PAGE;
    var shown = more ? posts.subList(0, Noticeboard.PAGE) : posts;
    var answers = board.answers(shown.stream().map(Noticeboard.Post::id).toList()).await();
    String asked = visit.form().raw("parent");
    String answered = asked.isEmpty() ? visit.query("answer") : asked;
    var model = new HashMap<String, @Nullable Object>();
    model.put("programme", reader.programme());
    model.put("runs", reader.runs());
    model.put("posts", shown);
    model.put("answers", answers);
    model.put("more", more);
    model.put("last", visit.now());
    model.put(
        "answering",
        Id.fits(answered) ? post(reader, new Id(answered)).stream().toList() : List.of());
    return model;
  }

  /// What may be answered.
  private Optional<Noticeboard.Post> post(Reader reader, Id post) {
    return board.find(reader.id(), post).await().filter(found -> found.parent() == null);
  }

  private void put(Visit visit) {
    var reader = reader(visit);
    var form = visit.form();
    boolean answers = !form.raw("parent").isEmpty();
    String kind = answers ? "answer" : form.choice("kind", KINDS);
    String body = form.text("body", MOST);
    var parent = answers ? form.id("parent").flatMap(id -> post(reader, id)) : Optional.empty();
    if (answers && parent.isEmpty()) {
      throw Problem.changed(reader.path());
    }
    String name = form.good() ? judged(form, body) : "";
    if (!form.good()) {
      var model = model(visit, reader, before(visit));
      model.put("name", name);
      visit.again(PAGE, model);
      return;
    }
    var answered = answers ? form.id("parent").orElseThrow(Problem::malformed) : null;
    var draft = new Noticeboard.Draft(visit.made(), reader.id(), answered, kind, body);
    if (!board.put(draft, visit.me().id(), reader.school().orElse(null), visit.now()).await()) {
      throw Problem.tooMany();
    }
    visit.go(reader.path());
  }

  /// Say what a text must not have. A full name is asked about once: a second press says that it is
  /// no child's.
  ///
  /// @return the name that is asked about, or nothing
  private static String judged(Form form, String body) {
    var refused = TextRules.refused(body);
    if (refused.isPresent()) {
      form.wrong(
          "body", "noticeboard.refused." + refused.get().kind().word(), refused.get().found());
      return "";
    }
    String name = TextRules.fullName(body).orElse("");
    if (name.isEmpty() || name.equals(form.raw("adult"))) {
      return "";
    }
    form.wrong("body", "noticeboard.name", name);
    return name;
  }

  private void takeDown(Visit visit) {
    var reader = reader(visit);
    var id = visit.form().id("post").orElseThrow(Problem::malformed);
    var found = board.find(reader.id(), id).await();
    if (found.isPresent()) {
      if (!reader.runs() && !found.get().author().equals(visit.me().id())) {
        throw Problem.notFound();
      }
      board.takeDown(reader.id(), id).await();
      audit.write(visit.me().id(), "notice.down", found.get().author().text()).await();
    }
    visit.go(reader.path());
  }
}
