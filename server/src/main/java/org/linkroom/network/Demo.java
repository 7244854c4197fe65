package org.linkroom.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Loads the demo network of config/demo once, and at each start of a demo the sessions of these
/// days.
public final class Demo {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Records records;
  private final InstantSource clock;
  private final JsonNode network;
  private final Map<String, Id> programmes = new HashMap<>();
  private final Map<String, Id> classes = new HashMap<>();
  private final Map<String, Id> leads = new HashMap<>();

  /// Read the network; nothing is loaded yet.
  public Demo(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
    try (var in = Demo.class.getResourceAsStream("/config/demo/network.yaml")) {
      network = new ObjectMapper(new YAMLFactory()).readTree(Objects.requireNonNull(in));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Load what is missing.
  public Future<Void> load() {
    return alone(
            all ->
                all.one("SELECT count(*) AS n FROM programme", row -> row.getLong("n"))
                    .compose(
                        n ->
                            n.orElse(0L) > 0
                                ? Future.succeededFuture()
                                : new Loading(all).network()))
        .compose(done -> alone(all -> new Loading(all).sessions()));
  }

  /// One node after the other, where several begin at once.
  private Future<Void> alone(Function<Records, Future<Void>> work) {
    return records.inTransaction(
        all ->
            all.run("SELECT pg_advisory_xact_lock(hashtext('linkroom demo'))")
                .compose(done -> work.apply(all)));
  }

  private int schoolYear() {
    var today = clock.instant().atZone(LONDON);
    return today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
  }

  /// One loading, in one transaction.
  private final class Loading {
    private final Records all;
    private Future<?> last = Future.succeededFuture();

    Loading(Records all) {
      this.all = all;
    }

    private void run(String sql, @Nullable Object... values) {
      last = last.compose(done -> all.run(sql, values));
    }

    Future<Void> network() {
      network.get("programmes").properties().forEach(p -> programme(p.getKey(), p.getValue()));
      var coordinator = network.get("coordinator");
      role(
          person(coordinator.get("name").asText(), coordinator.get("email").asText()),
          "coordinator",
          null,
          null,
          null);
      network.get("schools").forEach(this::school);
      network.get("links").forEach(this::link);
      return last.mapEmpty();
    }

    private void programme(String name, JsonNode about) {
      var id = Id.random();
      programmes.put(name, id);
      String word = name.toLowerCase(Locale.ROOT).replace(' ', '-');
      run(
          "INSERT INTO programme (id, name, email, phone) VALUES ($1, $2, $3, $4)",
          id,
          name,
          "linking@" + word + ".example",
          about.path("phone").asText("01632 960000"));
      about
          .path("aliases")
          .forEach(alias -> run("INSERT INTO programme_alias VALUES ($1, $2)", alias.asText(), id));
      var facilitator = about.get("facilitator");
      if (facilitator != null) {
        role(
            person(facilitator.get("name").asText(), facilitator.get("email").asText()),
            "facilitator",
            id,
            null,
            null);
      }
    }

    private Id person(String name, String email) {
      var id = Id.random();
      run("INSERT INTO person (id, name, email) VALUES ($1, $2, $3)", id, name, email);
      return id;
    }

    private void role(
        Id person, String kind, @Nullable Id programme, @Nullable Id school, @Nullable Id of) {
      run(
          "INSERT INTO role (person, kind, programme, school, class) VALUES ($1, $2, $3, $4, $5)",
          person,
          kind,
          programme,
          school,
          of);
    }

    private void school(JsonNode school) {
      var id = Id.random();
      String name = school.get("name").asText();
      String host = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + ".example";
      run(
          "INSERT INTO school (id, programme, name, town, phase, character, phone, governors_email, camera) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)",
          id,
          programmes.get(school.get("programme").asText()),
          name,
          school.get("town").asText(),
          school.get("phase").asText(),
          school.get("character").asText(),
          school.get("phone").asText(),
          "governors@" + host,
          school.path("camera").asText("wide"));
      role(person(school.get("head").asText(), "head@" + host), "headteacher", null, id, null);
      role(
          person(school.get("safeguarding").asText(), "safeguarding@" + host),
          "safeguarding",
          null,
          id,
          null);
      role(person(school.get("office").asText(), "office@" + host), "office", null, id, null);
      signed(id, school.get("head").asText());
      school.get("classes").forEach(one -> schoolClass(id, name, host, one));
    }

    private void signed(Id school, String head) {
      var now = clock.instant().atOffset(ZoneOffset.UTC);
      run(
          "INSERT INTO school_agreement (id, school, year, kind, text, signer, at) SELECT $1, $2, $3, 'signed', id, $4, $5 FROM agreement_text WHERE programme IS NULL",
          Id.random(),
          school,
          schoolYear(),
          head,
          now);
    }

    private void schoolClass(Id school, String schoolName, String host, JsonNode one) {
      var id = Id.random();
      String label = one.get("label").asText();
      classes.put(schoolName + "/" + label, id);
      var lead = adult(one.get("teacher").asText(), host);
      leads.put(schoolName + "/" + label, lead);
      run(
          "INSERT INTO school_class (id, school, label, year_group, size, motto, lead, year) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)",
          id,
          school,
          label,
          one.get("year").asInt(),
          one.get("size").asInt(),
          one.get("motto").asText(),
          lead,
          schoolYear());
      role(lead, "teacher", null, null, id);
      if (one.has("assistant")) {
        role(adult(one.get("assistant").asText(), host), "assistant", null, null, id);
      }
    }

    private Id adult(String name, String host) {
      String word = name.replaceAll("^\\S+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      return person(name, word + "@" + host);
    }

    private void link(JsonNode link) {
      var id = Id.random();
      String first = link.get("classes").get(0).asText();
      run(
          "INSERT INTO link (id, programme, year, live_at) SELECT $1, s.programme, $3, now() FROM school s JOIN school_class c ON c.school = s.id WHERE c.id = $2",
          id,
          classes.get(first),
          schoolYear());
      for (int place = 0; place < link.get("classes").size(); place++) {
        run(
            "INSERT INTO link_class VALUES ($1, $2, $3)",
            id,
            classes.get(link.get("classes").get(place).asText()),
            place);
      }
    }

    /// The days move on: whatever a link should have near today and has not, it gets.
    Future<Void> sessions() {
      for (JsonNode link : network.get("links")) {
        String[] first = link.get("classes").get(0).asText().split("/", 2);
        String[] second = link.get("classes").get(1).asText().split("/", 2);
        link.get("sessions").forEach(one -> session(first, second, one));
      }
      return last.mapEmpty();
    }

    private void session(String[] first, String[] second, JsonNode one) {
      Instant starts = starts(one);
      boolean past = one.path("past").asBoolean();
      String state = past ? "ended" : one.path("proposed").asBoolean() ? "proposed" : "agreed";
      var id = Id.random();
      run(
          """
          INSERT INTO session (id, kind, link, state, starts_at, minutes, note, proposed_by, by_class, live_at, ended_at, told_turn)
          SELECT $1, 'link-up', l.link, $2, $3, $4, $5, c.lead, c.id, $6, $7, 0
          FROM school_class c JOIN school s ON s.id = c.school JOIN link_class l ON l.class = c.id
          JOIN link_class l2 ON l2.link = l.link JOIN school_class c2 ON c2.id = l2.class JOIN school s2 ON s2.id = c2.school
          WHERE s.name = $8 AND c.label = $9 AND s2.name = $10 AND c2.label = $11
            AND NOT EXISTS (SELECT 1 FROM session x WHERE x.link = l.link
              AND x.starts_at >= date_trunc('day', $3 AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London'
              AND x.starts_at < date_trunc('day', $3 AT TIME ZONE 'Europe/London') AT TIME ZONE 'Europe/London' + interval '1 day'
              AND (x.state <> 'ended' OR $2 = 'ended') AND x.state <> 'cancelled')""",
          id,
          state,
          starts.atOffset(ZoneOffset.UTC),
          one.get("minutes").asInt(),
          one.path("note").asText(""),
          past ? starts.plusSeconds(90).atOffset(ZoneOffset.UTC) : null,
          past
              ? starts.plusSeconds(60L * one.get("minutes").asInt() - 45).atOffset(ZoneOffset.UTC)
              : null,
          first[0],
          first[1],
          second[0],
          second[1]);
      if (past) {
        DemoRecord.lines(starts, one.get("minutes").asInt())
            .forEach(
                line ->
                    run(
                        DemoRecord.SQL,
                        id,
                        line.line(),
                        line.at().atOffset(ZoneOffset.UTC),
                        line.what(),
                        line.place(),
                        line.detail()));
      }
    }

    private Instant starts(JsonNode one) {
      var today = clock.instant().atZone(LONDON);
      String at = one.get("clock").asText();
      return at.equals("soon")
          ? today.plusMinutes(8).truncatedTo(ChronoUnit.MINUTES).toInstant()
          : today
              .toLocalDate()
              .plusDays(one.get("day").asInt())
              .atTime(LocalTime.parse(at))
              .atZone(LONDON)
              .toInstant();
    }
  }
}
