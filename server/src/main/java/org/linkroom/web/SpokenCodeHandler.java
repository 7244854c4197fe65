package org.linkroom.web;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.linkroom.people.Hashes;
import org.linkroom.people.People;
import org.linkroom.people.Role;
import org.linkroom.records.Records;
import org.linkroom.safety.Audit;

/// Where mail does not reach an adult: her facilitator or head makes a code and reads it out.
final class SpokenCodeHandler {
  private static final int LENGTH = 8;
  private final Records records;
  private final People people;
  private final Hashes hashes;
  private final Audit audit;
  private final Duration life;

  SpokenCodeHandler(Records records, People people, Hashes hashes, Audit audit, Duration life) {
    this.records = records;
    this.people = people;
    this.hashes = hashes;
    this.audit = audit;
    this.life = life;
  }

  void routes(Routes routes) {
    var who = Who.having(Role.Kind.COORDINATOR, Role.Kind.FACILITATOR, Role.Kind.HEADTEACHER);
    routes.get("/codes", who, this::list);
    routes.post("/codes", who, this::make);
  }

  private void list(Visit visit) {
    visit.page("people/codes.ftlh", model(visit));
  }

  private void make(Visit visit) {
    var wanted = visit.form().id("person").orElseThrow(Problem::malformed);
    var adult = people.helped(visit.me(), wanted).await().orElseThrow(Problem::notFound);
    String code = Hashes.clear(LENGTH);
    records
        .run(
            "INSERT INTO spoken_code (code, person, made_by, until) VALUES ($1, $2, $3, $4)",
            hashes.of(code),
            adult.id(),
            visit.me().id(),
            visit.now().plus(life).atOffset(ZoneOffset.UTC))
        .await();
    audit.write(visit.me().id(), "spoken-code.make", adult.id().text()).await();
    var model = new HashMap<>(model(visit));
    model.put("adult", adult);
    model.put("code", code.substring(0, 4) + " " + code.substring(4));
    model.put("minutes", life.toMinutes());
    visit.page("people/codes.ftlh", model);
  }

  private Map<String, Object> model(Visit visit) {
    String search = visit.query("search").strip();
    var adults = people.helpedBy(visit.me(), search).await();
    return Map.of(
        "adults",
        adults.subList(0, Math.min(People.LISTED, adults.size())),
        "more",
        adults.size() > People.LISTED,
        "search",
        search);
  }
}
