package org.linkroom.people;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Who is signed in, by a cookie that changes every quarter of an hour. The one before is honoured
/// until the new one has come back and a minute has gone by, for an answer can be lost and requests
/// be under way; used after that it was stolen, and the sign-in ends.
public final class SignIns {
  private static final Duration ROTATE = Duration.ofMinutes(15);
  private static final Duration GRACE = Duration.ofMinutes(1);
  private static final LocalTime SCHOOL_DAY_ENDS = LocalTime.of(18, 0);
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Records records;
  private final People people;
  private final Hashes hashes;
  private final InstantSource clock;
  private final Duration ownDevice;

  /// @param ownDevice how long a person's own device stays signed in
  public SignIns(
      Records records, People people, Hashes hashes, InstantSource clock, Duration ownDevice) {
    this.records = records;
    this.people = people;
    this.hashes = hashes;
    this.clock = clock;
    this.ownDevice = ownDevice;
  }

  /// A sign-in as the browser keeps it.
  ///
  /// @param cookie what the cookie must hold from now on
  public record SignedIn(Id id, Person person, String cookie, Instant until) {}

  /// When a sign-in ends: a shared computer's at six in the evening in London; one that begins
  /// later at midnight, so that none is found still signed in the next morning. Each lasts a minute
  /// at least.
  static Instant until(Instant now, boolean own, Duration ownDevice) {
    if (own) {
      return now.plus(ownDevice);
    }
    Instant least = now.plus(LEAST);
    var today = now.atZone(LONDON).toLocalDate();
    return Stream.of(
            today.atTime(SCHOOL_DAY_ENDS).atZone(LONDON),
            today.plusDays(1).atStartOfDay(LONDON),
            today.plusDays(1).atTime(SCHOOL_DAY_ENDS).atZone(LONDON))
        .map(ZonedDateTime::toInstant)
        .filter(end -> !end.isBefore(least))
        .findFirst()
        .orElseThrow();
  }

  /// Sign somebody in.
  public Future<SignedIn> begin(Person person, boolean own) {
    var id = Id.random();
    String secret = Hashes.secret();
    Instant now = clock.instant();
    Instant until = until(now, own, ownDevice);
    return records
        .run(
            "INSERT INTO sign_in (id, person, secret, rotated_at, until, own_device, began_at)"
                + " VALUES ($1,$2,$3,$4,$5,$6,$4)",
            id,
            person.id(),
            hashes.of(secret),
            now.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC),
            own)
        .map(done -> new SignedIn(id, person, cookie(id, secret), until));
  }

  private String cookie(Id id, String secret) {
    String text = id + "." + secret;
    return text + "." + hashes.of("cookie:" + text);
  }

  private record Kept(Id person, String secret, String before, Instant rotated, Instant until) {}

  /// Find who a cookie belongs to; empty if it is not ours, ended, or stolen.
  public Future<Optional<SignedIn>> find(String cookie) {
    String[] parts = cookie.split("\\.");
    if (parts.length != 3
        || !Id.fits(parts[0])
        || !Hashes.same(parts[2], hashes.of("cookie:" + parts[0] + "." + parts[1]))) {
      return Future.succeededFuture(Optional.empty());
    }
    var id = new Id(parts[0]);
    return records
        .one(
            "SELECT person, secret, coalesce(before, '') AS before, rotated_at, until FROM sign_in"
                + " WHERE id = $1",
            row ->
                new Kept(
                    Records.id(row, "person"),
                    row.getString("secret"),
                    row.getString("before"),
                    row.getOffsetDateTime("rotated_at").toInstant(),
                    row.getOffsetDateTime("until").toInstant()),
            id)
        .compose(
            kept ->
                kept.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : judge(id, kept.get(), parts[1]));
  }

  private Future<Optional<SignedIn>> judge(Id id, Kept kept, String secret) {
    Instant now = clock.instant();
    String hash = hashes.of(secret);
    boolean current = Hashes.same(hash, kept.secret());
    boolean before = Hashes.same(hash, kept.before());
    if (!kept.until().isAfter(now) || (!current && !before)) {
      return end(id).map(Optional.empty());
    }
    return next(id, kept, secret, before)
        .compose(
            holds ->
                people
                    .find(kept.person())
                    .map(
                        found ->
                            found.map(person -> new SignedIn(id, person, holds, kept.until()))));
  }

  /// What the cookie holds from now on. A secret's next one is made from it alone, so that a
  /// browser which never got it is given it again.
  private Future<String> next(Id id, Kept kept, String secret, boolean before) {
    Instant now = clock.instant();
    String next = hashes.of("next:" + id + "." + secret);
    if (before) {
      return Future.succeededFuture(cookie(id, next));
    }
    if (kept.rotated().plus(ROTATE).isBefore(now)) {
      return records
          .run(
              "UPDATE sign_in SET before = secret, secret = $2, rotated_at = $3 WHERE id = $1 AND"
                  + " secret = $4",
              id,
              hashes.of(next),
              now.atOffset(ZoneOffset.UTC),
              kept.secret())
          .map(done -> cookie(id, next));
    }
    boolean settled = !kept.before().isEmpty() && kept.rotated().plus(GRACE).isBefore(now);
    Future<?> done =
        settled
            ? records.run(
                "UPDATE sign_in SET before = NULL WHERE id = $1 AND secret = $2", id, kept.secret())
            : Future.succeededFuture();
    return done.map(cookie(id, secret));
  }

  /// Sign out here.
  public Future<Void> end(Id signIn) {
    return records.run("DELETE FROM sign_in WHERE id = $1", signIn).mapEmpty();
  }

  /// Sign out everywhere.
  public Future<Void> endAll(Id person) {
    return records.run("DELETE FROM sign_in WHERE person = $1", person).mapEmpty();
  }
}
