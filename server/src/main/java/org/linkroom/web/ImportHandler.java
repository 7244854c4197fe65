package org.linkroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.intake.Column;
import org.linkroom.intake.Intake;
import org.linkroom.intake.Sheet;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.network.SchoolYear;
import org.linkroom.people.Hashes;
import org.linkroom.room.Rooms;

/// A whole programme from one table: it is sent, looked at line by line, and brought in as it was
/// shown or not at all.
final class ImportHandler {
  private final Programmes programmes;
  private final Intake intake;
  private final Rooms rooms;
  private final Hashes hashes;
  private final LinkNews news;

  ImportHandler(Programmes programmes, Intake intake, Rooms rooms, Hashes hashes, LinkNews news) {
    this.programmes = programmes;
    this.intake = intake;
    this.rooms = rooms;
    this.hashes = hashes;
    this.news = news;
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/import", Who.signedIn(), this::show);
    routes.post("/programmes/:programme/import", Who.signedIn(), this::send);
    routes.post("/programmes/:programme/import/bring", Who.signedIn(), this::bring);
    routes.get("/programmes/:programme/import/sample", Who.signedIn(), this::sample);
  }

  private Map<String, @Nullable Object> model(Visit visit, ProgrammeView programme) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("programme", programme);
    model.put("year", SchoolYear.name(SchoolYear.at(visit.now())));
    model.put("columns", Arrays.asList(Column.values()));
    model.put("most", Sheet.MOST);
    return model;
  }

  private void show(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    if (visit.query("file").isEmpty()) {
      visit.page("network/import.ftlh", model(visit, programme));
      return;
    }
    if (!Id.fits(visit.query("file"))) {
      throw Problem.notFound();
    }
    preview(visit, programme, new Id(visit.query("file")), visit.query("done"));
  }

  /// What was sent and read once can be read again.
  private Sheet.Read kept(Id file, ProgrammeView programme) {
    String text = intake.find(file, programme.id()).await().orElseThrow(Problem::notFound);
    if (Sheet.of(text) instanceof Sheet.Read read) {
      return read;
    }
    throw Problem.notFound();
  }

  /// @param how done: it was brought in just now; changed: it could not be
  private void preview(Visit visit, ProgrammeView programme, Id file, String how) {
    var looked =
        intake.look(kept(file, programme), programme.id(), visit.me(), visit.now()).await();
    var model = model(visit, programme);
    model.put("file", file);
    model.put("mark", hashes.of(looked.mark()));
    model.put("told", ImportTelling.of(looked.plan(), visit.words()));
    model.put("unknown", looked.unknown());
    model.put("how", how);
    visit.page(how.equals("changed") ? 409 : 200, "network/import-look.ftlh", model);
  }

  private void send(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var form = visit.form();
    byte[] bytes = form.file();
    String text = bytes.length > 0 ? Sheet.text(bytes) : form.raw("table");
    if (text.isBlank()) {
      form.wrong("file", "intake.unreadable.none");
    } else if (Sheet.of(text) instanceof Sheet.Unreadable(var key, var values)) {
      form.wrong("file", "intake.unreadable." + key, values.toArray());
    }
    if (!form.good()) {
      visit.again("network/import.ftlh", model(visit, programme));
      return;
    }
    // The token alone does not tell two files apart, so each sending is one of its own.
    var id = Id.random();
    intake.keep(id, programme.id(), visit.me().id(), text, visit.now()).await();
    visit.go("/programmes/" + programme.id() + "/import?file=" + id);
  }

  private void bring(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var file = visit.form().id("file").orElseThrow(Problem::malformed);
    String mark = visit.form().raw("mark");
    boolean agreed = visit.form().raw("agreed").equals("yes");
    var order = new Intake.Order(programme.id(), agreed, visit.me(), visit.now());
    var done =
        intake
            .bring(kept(file, programme), order, look -> hashes.of(look.mark()).equals(mark))
            .await();
    if (done.isEmpty()) {
      preview(visit, programme, file, "changed");
      return;
    }
    done.get().released().forEach(rooms::signedOut);
    tell(done.get().links(), agreed);
    visit.go("/programmes/" + programme.id() + "/import?file=" + file + "&done=done");
  }

  private void tell(List<Id> links, boolean agreed) {
    for (Id link : links) {
      if (agreed) {
        news.live(link);
      } else {
        news.asked(link);
      }
    }
  }

  /// With the mark by which Excel knows what letters it is written in.
  private void sample(Visit visit) {
    ProgrammeHandler.programme(visit, programmes);
    try (var in = ImportHandler.class.getResourceAsStream("/intake/sample.csv")) {
      String text = "\uFEFF" + new String(requireNonNull(in).readAllBytes(), UTF_8);
      visit.file("text/csv; charset=utf-8", "linkroom.csv", Buffer.buffer(text));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
