package org.linkroom.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linkroom.entry.CoverPasses;
import org.linkroom.entry.JoinCodes;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.safety.Audit;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// Further devices come by a code or a QR code, and ask; a cover adult comes by her own code.
final class JoinHandler {
  private static final Set<String> KINDS = Set.of("board", "tablet", "mic");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int WRONG_COVERS = 1000;
  private final Sessions sessions;
  private final JoinCodes codes;
  private final CoverPasses covers;
  private final Doorstep doorstep;
  private final Attempts attempts;
  private final Hashes hashes;
  private final Audit audit;

  JoinHandler(
      Sessions sessions,
      JoinCodes codes,
      CoverPasses covers,
      Doorstep doorstep,
      Attempts attempts,
      Hashes hashes,
      Audit audit) {
    this.sessions = sessions;
    this.codes = codes;
    this.covers = covers;
    this.doorstep = doorstep;
    this.attempts = attempts;
    this.hashes = hashes;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/join", Who.anyone(), visit -> visit.page("entry/join.ftlh", Map.of()));
    routes.post("/join", Who.anyone(), this::join);
    routes.get(
        "/join/qr/:token",
        Who.anyone(),
        visit -> visit.page("entry/join-qr.ftlh", Map.of("token", visit.path("token"))));
    routes.post("/join/qr/:token", Who.anyone(), this::joinByToken);
    routes.get("/cover", Who.anyone(), visit -> visit.page("entry/cover-in.ftlh", Map.of()));
    routes.post("/cover", Who.anyone(), this::cover);
  }

  private void join(Visit visit) {
    var form = visit.form();
    String code = form.line("code", 20);
    String kind = form.choice("kind", KINDS);
    if (form.good()) {
      switch (codes.find(code, visit.browserText()).await()) {
        case JoinCodes.Found.Leads leads -> {
          if (enter(visit, leads.way(), kind)) {
            return;
          }
          form.wrong("code", "join.otherday");
        }
        case JoinCodes.Found.Nothing nothing -> form.wrong("code", "join.wrong");
        case JoinCodes.Found.TooMany tooMany -> throw Problem.tooMany();
      }
    }
    visit.again("entry/join.ftlh", Map.of());
  }

  private void joinByToken(Visit visit) {
    String kind = visit.form().choice("kind", KINDS);
    if (!visit.form().good()) {
      visit.again("entry/join-qr.ftlh", Map.of("token", visit.path("token")));
      return;
    }
    var way = codes.use(visit.path("token")).await();
    if (way.isEmpty() || !enter(visit, way.get(), kind)) {
      throw Problem.saying(410, "problem.qr");
    }
  }

  private boolean enter(Visit visit, JoinCodes.Way way, String kind) {
    var session = sessions.find(way.session()).await().filter(s -> s.lets(visit.now()));
    session.ifPresent(
        today ->
            doorstep.enterClass(
                visit,
                today,
                new Doorstep.Entrant(
                    way.classId(),
                    null,
                    visit.words().say("device." + kind),
                    PassRole.DEVICE,
                    Screen.CLASS,
                    DeviceKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    true)));
    return session.isPresent();
  }

  private void cover(Visit visit) {
    var form = visit.form();
    String code = form.line("code", 20);
    String screen = form.choice("screen", Set.of("class", "me"));
    if (form.good()) {
      // Whoever guesses takes a new browser each time: so tries are counted over all browsers too.
      if (!attempts.allows("cover:" + hashes.of(visit.browserText()), 10, QUARTER).await()
          || !attempts.left("cover", WRONG_COVERS, QUARTER).await()) {
        throw Problem.tooMany();
      }
      var pass = covers.byCode(code).await();
      var session = pass.flatMap(p -> sessions.find(p.session()).await());
      if (pass.isPresent() && session.isPresent() && session.get().lets(visit.now())) {
        audit.write(null, "cover-pass.used", pass.get().id().text()).await();
        covers.used(pass.get().id()).await();
        // Who stands in for a class says its yes by coming in, as its own adults do.
        sessions.comeIn(session.get(), List.of(pass.get().classId())).await();
        coverIn(visit, session.get(), pass.get(), screen.equals("class"));
        return;
      }
      if (pass.isEmpty()) {
        attempts.count("cover").await();
      }
      form.wrong("code", pass.isPresent() ? "join.otherday" : "cover.wrong");
    }
    visit.again("entry/cover-in.ftlh", Map.of());
  }

  private void coverIn(Visit visit, Session session, CoverPasses.CoverPass pass, boolean board) {
    doorstep.enterClass(
        visit,
        session,
        new Doorstep.Entrant(
            pass.classId(),
            // She has no account: her pass is what she is known by.
            pass.id(),
            pass.shown(),
            PassRole.COVER,
            board ? Screen.CLASS : Screen.ADULT,
            board ? DeviceKind.BOARD : DeviceKind.ADULT,
            false));
  }
}
