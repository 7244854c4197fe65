package org.linkroom.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.entry.JoinCodes;
import org.linkroom.entry.QrPicture;
import org.linkroom.people.People;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Wire;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// The live page of one device: board, adult or waiting. What it shows it learns by its socket.
final class RoomHandler {
  private final Sessions sessions;
  private final People people;
  private final Doorstep doorstep;
  private final JoinCodes codes;
  private final String publicUrl;

  RoomHandler(
      Sessions sessions, People people, Doorstep doorstep, JoinCodes codes, String publicUrl) {
    this.sessions = sessions;
    this.people = people;
    this.doorstep = doorstep;
    this.codes = codes;
    this.publicUrl = publicUrl;
  }

  void routes(Routes routes) {
    routes.get("/room/:session/:device", Who.anyone(), this::show);
    routes.get("/room/:session/:device/qr", Who.anyone(), this::qr);
  }

  private void show(Visit visit) {
    var room = visit.id("session");
    var device = visit.id("device");
    var pass = pass(visit, room, device).orElse(null);
    if (pass == null) {
      visit.page(401, "entry/no-pass.ftlh", Map.of("session", room.text()));
      return;
    }
    var session = sessions.find(room).await().orElseThrow(Problem::notFound);
    if (session.state().over()) {
      visit.page("entry/over.ftlh", Map.of("session", session, "adult", visit.maybe().isPresent()));
      return;
    }
    visit.page(template(pass), model(visit, pass, session));
  }

  /// What this browser holds, if whom it names is still who she was when she came in.
  private Optional<Pass> pass(Visit visit, Id room, Id device) {
    return doorstep
        .pass(visit, room, device)
        .filter(
            pass -> pass.person() == null || people.stays(pass.person(), pass.classId()).await());
  }

  private static String template(Pass pass) {
    if (pass.asks()) {
      return "room/waiting.ftlh";
    }
    return pass.audience() == Audience.BOARD ? "room/board.ftlh" : "room/adult.ftlh";
  }

  private Map<String, @Nullable Object> model(Visit visit, Pass pass, Session session) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("room", session.id().text());
    model.put("device", pass.device().text());
    model.put("audience", pass.audience().name());
    model.put("kind", session.kind());
    model.put("title", session.teachersCall() ? "teachers" : "class");
    model.put("words", Wire.write(visit.words().beginning("room.")).replace("<", "\\u003c"));
    model.put("concernUrl", "/concern?session=" + session.id());
    model.put("recordUrl", "/sessions/" + session.id() + "/record");
    var beside = session.beside();
    model.put("wallUrl", "/sessions/" + (beside == null ? session.id() : beside) + "/our-link-up");
    model.put("homeUrl", "/home");
    model.put("joinUrl", publicUrl.replaceFirst("https?://", "") + "/join");
    if (pass.role().key() && pass.audience() != Audience.BOARD) {
      model.put("qr", "/room/" + session.id() + "/" + pass.device() + "/qr");
    }
    return model;
  }

  /// A fresh token at each look, so a picture of the screen lets one device ask, once.
  private void qr(Visit visit) {
    Id room = visit.id("session");
    var pass =
        pass(visit, room, visit.id("device"))
            .filter(p -> p.role().key() && p.audience() != Audience.BOARD && !p.asks())
            .orElseThrow(Problem::notFound);
    var classId = pass.classId();
    if (classId == null) {
      throw Problem.notFound();
    }
    String token = codes.token(new JoinCodes.Way(room, classId), visit.now()).await();
    visit.svg(QrPicture.svg(publicUrl + "/join/qr/" + token));
  }
}
