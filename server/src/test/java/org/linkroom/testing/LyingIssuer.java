package org.linkroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// An issuer of OpenID Connect that tells the truth until a test has it lie. It holds us to the
/// rules: our secret, the verifier, one use of a code.
public final class LyingIssuer implements AutoCloseable {
  /// Who we are to it.
  public static final String CLIENT = "linkroom";

  /// Its secret with us.
  public static final String SECRET = "a long secret between issuer and us: + & %";

  /// What it may say that is not so.
  public enum Lie {
    NOTHING,
    ANOTHER_NONCE,
    NO_NONCE,
    ANOTHER_AUDIENCE,
    NO_AUDIENCE,
    TWO_AUDIENCES,
    ANOTHER_PARTY,
    ANOTHER_ISSUER,
    NO_SUBJECT,
    EXPIRED,
    NEVER_EXPIRES,
    FROM_TOMORROW,
    NOT_VERIFIED,
    SILENT_ON_VERIFYING,
    NO_ADDRESS,
    TWO_ADDRESSES,
    UNSIGNED,
    SIGNED_WITH_OUR_SECRET,
    SIGNED_BY_ANOTHER,
    GARBAGE,
    TOO_MUCH,
    BROKEN,
    KNOWS_US_NOT,
    NEVER_ANSWERS
  }

  /// What each changes in what it signs.
  private static final Map<Lie, Consumer<JWTClaimsSet.Builder>> CHANGES =
      Map.ofEntries(
          Map.entry(Lie.ANOTHER_NONCE, claims -> claims.claim("nonce", "another")),
          Map.entry(Lie.NO_NONCE, claims -> claims.claim("nonce", null)),
          Map.entry(Lie.ANOTHER_AUDIENCE, claims -> claims.audience("another")),
          Map.entry(Lie.NO_AUDIENCE, claims -> claims.audience(List.of())),
          Map.entry(Lie.TWO_AUDIENCES, claims -> claims.audience(List.of(CLIENT, "another"))),
          Map.entry(Lie.ANOTHER_PARTY, claims -> claims.claim("azp", "another")),
          Map.entry(Lie.ANOTHER_ISSUER, claims -> claims.issuer("https://another.example")),
          Map.entry(Lie.NO_SUBJECT, claims -> claims.subject(null)),
          Map.entry(
              Lie.EXPIRED,
              claims -> claims.expirationTime(Date.from(now().minus(Duration.ofHours(1))))),
          Map.entry(Lie.NEVER_EXPIRES, claims -> claims.expirationTime(null)),
          Map.entry(
              Lie.FROM_TOMORROW,
              claims -> claims.issueTime(Date.from(now().plus(Duration.ofDays(1))))),
          Map.entry(Lie.NOT_VERIFIED, claims -> claims.claim("email_verified", false)),
          Map.entry(Lie.SILENT_ON_VERIFYING, claims -> claims.claim("email_verified", null)),
          Map.entry(Lie.NO_ADDRESS, claims -> claims.claim("email", null)),
          Map.entry(
              Lie.TWO_ADDRESSES,
              claims -> claims.claim("email", List.of("a@b.example", "c@d.example"))));

  /// What a browser comes back with.
  public record Brought(String code, String state) {
    /// As its address has it.
    public Map<String, String> fields() {
      return Map.of("code", code, "state", state);
    }
  }

  private record Asked(String nonce, String challenge, String back) {}

  private final HttpServer server;
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private final AtomicInteger looksAtKeys = new AtomicInteger();
  private volatile RSAKey key = newKey("first");
  private volatile Lie lie = Lie.NOTHING;
  private volatile String email = "";
  private volatile boolean away;

  private LyingIssuer(HttpServer server) {
    this.server = server;
  }

  /// Start one.
  public static LyingIssuer start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var issuer = new LyingIssuer(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/.well-known/openid-configuration", issuer::metadata);
    server.createContext("/keys", issuer::keys);
    server.createContext("/token", issuer::token);
    server.start();
    return issuer;
  }

  /// Its issuer identifier.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Whose address it speaks of, and which lie it tells from now on.
  public LyingIssuer says(String email, Lie lie) {
    this.email = email;
    this.lie = lie;
    return this;
  }

  /// It answers nothing but 503, or again as ever.
  public void away(boolean away) {
    this.away = away;
  }

  /// It signs with a new key from now on.
  public void changesItsKey(String name) {
    key = newKey(name);
  }

  /// How often somebody looked at its keys.
  public int looksAtKeys() {
    return looksAtKeys.get();
  }

  /// Somebody signs in over there, as the browser was sent there; answers the code and the state
  /// that it comes back with.
  public Brought signsIn(String door) {
    assertThat(door).startsWith(url() + "/authorize?");
    var asked = fields(door.substring(door.indexOf('?') + 1));
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid email")
        .containsEntry("client_id", CLIENT)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("prompt", "select_account");
    assertThat(List.of(asked.get("state"), asked.get("nonce"), asked.get("code_challenge")))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.length() == 43);
    String code = "code-" + "x".repeat(1500) + codes.size();
    codes.put(
        code,
        new Asked(asked.get("nonce"), asked.get("code_challenge"), asked.get("redirect_uri")));
    return new Brought(code, asked.get("state"));
  }

  private void metadata(HttpExchange exchange) throws IOException {
    var said =
        new JsonObject()
            .put("issuer", url())
            .put("authorization_endpoint", url() + "/authorize")
            .put("token_endpoint", url() + "/token")
            .put("jwks_uri", url() + "/keys");
    answer(exchange, 200, said.encode());
  }

  private void keys(HttpExchange exchange) throws IOException {
    looksAtKeys.incrementAndGet();
    answer(exchange, 200, new JsonObject(new JWKSet(key).toJSONObject(true)).encode());
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var asked = codes.remove(sent.getOrDefault("code", ""));
    boolean fits =
        asked != null
            && asked.challenge().equals(hash(sent.get("code_verifier")))
            && asked.back().equals(sent.get("redirect_uri"));
    if (lie == Lie.KNOWS_US_NOT || !known(exchange)) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
    } else if (!fits) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else if (lie == Lie.BROKEN) {
      answer(exchange, 500, "broken");
    } else if (lie == Lie.GARBAGE) {
      answer(exchange, 200, "<html>");
    } else if (lie == Lie.TOO_MUCH) {
      answer(exchange, 200, "{\"id_token\":\"" + "x".repeat(300_000) + "\"}");
    } else if (lie != Lie.NEVER_ANSWERS) {
      var said = new JsonObject().put("access_token", "opaque").put("id_token", signed(asked));
      answer(exchange, 200, said.encode());
    }
  }

  private static boolean known(HttpExchange exchange) {
    String basic = exchange.getRequestHeaders().getFirst("Authorization").replace("Basic ", "");
    String[] pair = new String(Base64.getDecoder().decode(basic), UTF_8).split(":");
    return URLDecoder.decode(pair[0], UTF_8).equals(CLIENT)
        && URLDecoder.decode(pair[1], UTF_8).equals(SECRET);
  }

  private String signed(Asked asked) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .audience(CLIENT)
            .subject("somebody")
            .issueTime(Date.from(now()))
            .expirationTime(Date.from(now().plus(Duration.ofMinutes(5))))
            .claim("nonce", asked.nonce())
            .claim("email", email)
            .claim("email_verified", true);
    CHANGES.getOrDefault(lie, as -> {}).accept(claims);
    try {
      if (lie == Lie.UNSIGNED) {
        return new PlainJWT(claims.build()).serialize();
      }
      boolean mac = lie == Lie.SIGNED_WITH_OUR_SECRET;
      var algorithm = mac ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256;
      var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims.build());
      var by = lie == Lie.SIGNED_BY_ANOTHER ? newKey(key.getKeyID()) : key;
      token.sign(mac ? new MACSigner(SECRET) : new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException broken) {
      throw new AssertionError(broken);
    }
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(away ? 503 : status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static Map<String, String> fields(String form) {
    var fields = new HashMap<String, String>();
    for (String pair : form.split("&")) {
      String[] both = pair.split("=", 2);
      fields.put(both[0], URLDecoder.decode(both[1], UTF_8));
    }
    return fields;
  }

  private static String hash(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }

  private static RSAKey newKey(String name) {
    try {
      return new RSAKeyGenerator(2048).keyID(name).generate();
    } catch (JOSEException broken) {
      throw new AssertionError(broken);
    }
  }

  private static Instant now() {
    return Instant.now();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
