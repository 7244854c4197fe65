package org.linkroom.entry;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.records.Records;

/// The six characters that ask for a class's door in one session, and the single-use token of a QR
/// code. A code only asks: an adult lets the device in. Wrong tries are counted for a browser, and
/// over all browsers, never for an address, since a school has one; 22 characters make 113 million
/// codes, so the bound over all makes a guess of one of a thousand live codes a matter of months.
public final class JoinCodes {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final String ALL = "join";
  static final int WRONG_OF_BROWSER = 12;
  static final int WRONG_OF_ALL = 3000;

  private final Records records;
  private final Attempts attempts;
  private final Hashes hashes;

  /// Make it.
  public JoinCodes(Records records, Attempts attempts, Hashes hashes) {
    this.records = records;
    this.attempts = attempts;
    this.hashes = hashes;
  }

  /// Where a code leads.
  public record Way(Id session, Id classId) {}

  /// What a typed code is.
  public sealed interface Found {
    /// It leads somewhere, whether that is today or not.
    record Leads(Way way) implements Found {}

    /// There is no such code.
    record Nothing() implements Found {}

    /// Too many wrong ones.
    record TooMany() implements Found {}
  }

  /// Look a code up; capitals and spaces do not matter. Where too many were wrong lately, a right
  /// one leads nowhere either: otherwise a guesser would only have to go on.
  public Future<Found> find(String typed, String browser) {
    String mine = "join:" + hashes.of(browser);
    return Future.all(
            attempts.left(mine, WRONG_OF_BROWSER, WINDOW), attempts.left(ALL, WRONG_OF_ALL, WINDOW))
        .compose(
            left ->
                left.<Boolean>resultAt(0) && left.<Boolean>resultAt(1)
                    ? way(Hashes.typed(typed))
                    : Future.succeededFuture(new Found.TooMany()))
        .compose(
            found ->
                found instanceof Found.Nothing
                    ? attempts.count(mine).compose(done -> attempts.count(ALL)).map(found)
                    : Future.succeededFuture(found));
  }

  private Future<Found> way(String code) {
    return records
        .one(
            "SELECT session, class FROM join_code WHERE code = $1",
            row -> new Way(Records.id(row, "session"), Records.id(row, "class")),
            code)
        .map(way -> way.<Found>map(Found.Leads::new).orElseGet(Found.Nothing::new));
  }

  /// A class's code for a session; empty until its room has been planned.
  public Future<Optional<String>> code(Id session, Id classId) {
    return records.one(
        "SELECT code FROM join_code WHERE session = $1 AND class = $2",
        row -> row.getString("code"),
        session,
        classId);
  }

  /// Make a token for one device, good for ten minutes.
  public Future<String> token(Way way, Instant now) {
    String token = Hashes.secret();
    return records
        .run(
            "INSERT INTO join_token (token, session, class, until) VALUES ($1, $2, $3, $4)",
            hashes.of(token),
            way.session(),
            way.classId(),
            now.plus(LIFE).atOffset(ZoneOffset.UTC))
        .map(done -> token);
  }

  /// Use a token; the second time it leads nowhere.
  public Future<Optional<Way>> use(String token) {
    return records.one(
        "UPDATE join_token SET used_at = now() WHERE token = $1 AND used_at IS NULL AND until > now() RETURNING session, class",
        row -> new Way(Records.id(row, "session"), Records.id(row, "class")),
        hashes.of(token));
  }
}
