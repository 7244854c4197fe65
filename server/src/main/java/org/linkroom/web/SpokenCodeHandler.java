package org.linkroom.web;

import java.time.Duration;
import java.time.ZoneOffset;
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
    visit.page("people/codes.ftlh", Map.of("adults", people.helpedBy(visit.me()).await()));
  }

  private void make(Visit visit) {
    var adults = people.helpedBy(visit.me()).await();
    var wanted = visit.form().id("person").orElseThrow(Problem::malformed);
    var adult =
        adults.stream()
            .filter(p -> p.id().equals(wanted))
            .findFirst()
            .orElseThrow(Problem::notFound);
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
    visit.page(
        "people/codes.ftlh",
        Map.of(
            "adults",
            adults,
            "adult",
            adult,
            "code",
            code.substring(0, 4) + " " + code.substring(4),
            "minutes",
            life.toMinutes()));
  }
}
