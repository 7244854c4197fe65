package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.KeptEnquiry;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Walks every route as everybody, and holds each answer to the table below. A route that the table
/// does not name fails.
class WalkTest {
  /// Who walks, by the letter in the table. All are of one link and its session of today, or of one
  /// of its classes, schools or its programme; `x` are those who have no part in it.
  private static final Map<Character, List<String>> WHO =
      Map.ofEntries(
          Map.entry('n', List.of("")),
          Map.entry('t', List.of("Miss Khan", "Mr Okafor")),
          Map.entry('a', List.of("Mr Boyd")),
          Map.entry('v', List.of("Mrs Cover")),
          Map.entry('h', List.of("Mrs Holroyd")),
          Map.entry('o', List.of("Mrs Dean")),
          Map.entry('s', List.of("Mr Patel")),
          Map.entry('f', List.of("Ruth Lindley")),
          Map.entry('c', List.of("Mrs Whitfield")),
          Map.entry(
              'x',
              List.of("Mr Nowak", "Mr Finch", "Dr Lowe", "Mrs Pratt", "Ms Chen", "Tom Ackroyd")));

  /// Whose class is the other one of the link.
  private static final String PARTNER = "Mr Okafor";

  private static TestApp app;
  private static DemoTown town;
  private static Map<String, String> theirs;
  private static Map<String, String> strangers;
  private static Map<String, String> partners;
  private static final Map<String, Visitor> visitors = new HashMap<>();
  private static final Map<String, String> tokens = new HashMap<>();

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    cover();
    String link = town.link("4B", "4K");
    theirs = ids(link, "4B", "4K");
    strangers = ids(town.link("8M", "8G"), "8M", "8G");
    partners = new LinkedHashMap<>(theirs);
    partners.put(":class", town.schoolClass("4K"));
    parcel(partners, link, "4B");
    KeptEnquiry.of(town, "4B", "4K").keep(theirs.getOrDefault(":session", ""));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /// The demo has no cover adult of its own.
  private static void cover() {
    town.database()
        .run(
            "INSERT INTO person (id, name, email) VALUES ('cov123456789', 'Mrs Cover', 'c@h.example')");
    town.database()
        .run(
            "INSERT INTO role (person, kind, class) VALUES ('cov123456789', 'cover', ?)",
            town.schoolClass("4B"));
  }

  private static Map<String, String> ids(String link, String ours, String other) {
    var ids = new LinkedHashMap<>(ids(link, ours));
    parcel(ids, link, other);
    return ids;
  }

  /// A parcel that has come from a class, with a picture and a sound in it.
  private static void parcel(Map<String, String> ids, String link, String from) {
    String parcel = Id.random().text();
    String picture = Id.random().text();
    town.database()
        .run(
            """
            INSERT INTO parcel (id, link, class, sound, sound_type, transcript, made_by, made_at, sent_by, sent_at)
            SELECT ?, ?, id, '\\x00', 'audio/wav', 'A song', lead, now(), lead, now() FROM school_class WHERE id = ?""",
            parcel,
            link,
            town.schoolClass(from));
    town.database()
        .run(
            """
            INSERT INTO picture (id, parcel, alt, width, height, large, small, made_by, made_at, approved_by, approved_at, approved_as)
            SELECT ?, id, 'An oak', 1, 1, '\\xff', '\\xff', made_by, now(), made_by, now(), 'no-faces' FROM parcel WHERE id = ?""",
            picture,
            parcel);
    ids.put(":parcel", parcel);
    ids.put(":picture", picture);
  }

  private static Map<String, String> ids(String link, String ours) {
    String schoolClass = town.schoolClass(ours);
    String school =
        town.database().one("SELECT school FROM school_class WHERE id = ?", schoolClass);
    return Map.of(
        ":link",
        link,
        ":session",
        town.nextSession(link),
        ":class",
        schoolClass,
        ":school",
        school,
        ":programme",
        town.database().one("SELECT programme FROM school WHERE id = ?", school),
        ":help",
        "hel123456789",
        ":device",
        "dev123456789",
        ":token",
        "nosuchtoken",
        ":concern",
        "con123456789",
        ":check",
        check(link));
  }

  /// A check of a classroom's device, for the link's next session.
  private static String check(String link) {
    String id = Id.random().text();
    town.database()
        .run(
            """
            INSERT INTO kit_check (id, number, at, verdict, findings, measured, session, programme)
            SELECT ?, upper(substr(s.id, 2, 6)), now(), 'bad', 'camera:blocked', '{}', s.id, l.programme
            FROM session s JOIN link l ON l.id = s.link WHERE s.id = ?""",
            id,
            town.nextSession(link));
    return id;
  }

  @Test
  void theTableNamesEveryRouteAndNoOther() {
    assertThat(RouteTable.all().stream().map(RouteTable::name))
        .containsExactlyInAnyOrderElementsOf(
            app.app().door().routes().stream()
                .map(route -> route.method() + " " + route.path())
                .toList());
  }

  @Test
  void everybodyGetsWhatTheTableSays() {
    var wrong = new ArrayList<String>();
    for (var route : RouteTable.all()) {
      route
          .answers()
          .forEach(
              (letter, status) ->
                  WHO.getOrDefault(letter, List.of())
                      .forEach(
                          who -> {
                            int got = ask(who, route, path(route, own(who))).status();
                            if (got != status) {
                              wrong.add(route.name() + " " + who + ": " + got + ", not " + status);
                            }
                          }));
    }
    assertThat(wrong).isEmpty();
  }

  /// The partner's teacher has another class.
  private static Map<String, String> own(String who) {
    return who.equals(PARTNER) ? partners : theirs;
  }

  @Test
  void aStrangersThingIsNotThere() {
    var wrong = new ArrayList<String>();
    for (var route : RouteTable.all()) {
      if (!route.owned() || route.open()) {
        continue;
      }
      // The coordinator looks after the whole network; nobody is asked to sign in.
      for (String who :
          List.of("Miss Khan", "Mr Boyd", "Mrs Holroyd", "Mr Patel", "Ruth Lindley")) {
        int got = ask(who, route, path(route, strangers)).status();
        if (got != 404) {
          wrong.add(route.name() + " " + who + ": " + got);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatCannotBeAnIdNamesNothing() {
    var wrong = new ArrayList<String>();
    for (String id :
        List.of(
            "undefined",
            "1",
            "ABCDEFGHIJKL",
            "a".repeat(13),
            "%27%20or%201",
            "%00",
            "%F0%9F%98%80")) {
      var bad = new LinkedHashMap<>(theirs);
      bad.replaceAll((name, value) -> name.equals(":token") ? value : id);
      for (var route : RouteTable.all()) {
        if (!route.owned()) {
          continue;
        }
        int got = ask("Miss Khan", route, path(route, bad)).status();
        if (got != 404) {
          wrong.add(route.name() + " " + id + ": " + got);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aFormWithoutItsTokenOrFromElsewhereIsRefusedInWords() {
    var wrong = new ArrayList<String>();
    var visitor = visitor("Miss Khan");
    String token = token("Miss Khan");
    for (var route : RouteTable.all()) {
      if (!route.method().equals("POST")
          || (route.answer('n') == 401 && route.answer('t') == 404)) {
        continue;
      }
      String path = path(route, theirs);
      check(wrong, path, visitor.post(path, Map.of(), Map.of()));
      check(wrong, path, visitor.post(path, Map.of("csrf", "x".repeat(43)), Map.of()));
      check(
          wrong,
          path,
          visitor.post(path, Map.of("csrf", token), Map.of("Origin", "https://evil.example")));
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(List<String> wrong, String path, Answer answer) {
    if (answer.status() != 403 || !answer.says().contains("Please send that again")) {
      wrong.add(path + ": " + answer.status() + " " + answer.title());
    }
  }

  @Test
  void everyPageHasAWorkingWayToRaiseAConcern() {
    var visitor = visitor("Miss Khan");
    for (var route : RouteTable.all()) {
      if (route.method().equals("GET") && !route.path().endsWith("/qr")) {
        var answer = visitor.get(path(route, theirs));
        if (!answer.header("Content-Type").startsWith("text/html")) {
          continue;
        }
        var way = answer.page().select("a.concern");
        assertThat(way.attr("href")).as(answer.path()).startsWith("/concern");
        assertThat(visitor.get(way.attr("href")).status()).isEqualTo(200);
      }
    }
  }

  private static Visitor visitor(String who) {
    return visitors.computeIfAbsent(who, WalkTest::signedIn);
  }

  private static Visitor signedIn(String who) {
    var visitor = new Visitor(app.url());
    if (!who.isEmpty()) {
      assertThat(visitor.signInAs(who).status()).isEqualTo(200);
    }
    return visitor;
  }

  private static String token(String who) {
    return tokens.computeIfAbsent(
        who, asked -> visitor(asked).get("/concern").page().select("[name=csrf]").attr("value"));
  }

  private static Answer ask(String who, RouteTable route, String path) {
    var visitor = visitor(who);
    String token = route.method().equals("POST") ? token(who) : "";
    if (route.path().startsWith("/sign-out")) {
      visitors.remove(who);
      tokens.remove(who);
    }
    return route.method().equals("GET")
        ? visitor.send("GET", path, null, Map.of())
        : visitor.post(path, Map.of("csrf", token), Map.of());
  }

  private static String path(RouteTable route, Map<String, String> ids) {
    String path = route.path();
    for (var id : ids.entrySet()) {
      path = path.replaceAll(id.getKey() + "\\b", id.getValue());
    }
    return path;
  }
}
