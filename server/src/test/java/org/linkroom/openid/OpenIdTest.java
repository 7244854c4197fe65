package org.linkroom.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.openid.Unvouched.Why;
import org.linkroom.people.Hashes;
import org.linkroom.testing.LyingIssuer;
import org.linkroom.testing.LyingIssuer.Lie;

/// How issuers are asked: within a time, not more often than needed, and again when they were away.
class OpenIdTest {
  private static final String KHAN = "khan@hilltop.example";
  private static Vertx vertx;

  private final Hashes hashes = new Hashes("a secret of the tests, which guards nothing");
  private final Instant now = Instant.now();
  private LyingIssuer issuer;
  private OpenId openId;

  @BeforeAll
  static void vertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() {
    vertx.close().await();
  }

  @BeforeEach
  void start() throws IOException {
    issuer = LyingIssuer.start().says(KHAN, Lie.NOTHING);
    openId = openId(issuer.url());
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private OpenId openId(String url) {
    var one =
        new Issuer(
            "any", "Any", url, LyingIssuer.CLIENT, LyingIssuer.SECRET, Set.of(), "select_account");
    return new OpenId(
        vertx, List.of(one), hashes, "https://linkroom.example", Duration.ofMillis(500));
  }

  private Future<String> asks(Instant at) {
    var errand = Errand.to(openId.issuer("any").orElseThrow());
    return openId
        .door(errand, at)
        .compose(door -> openId.address(errand, issuer.signsIn(door).code(), at));
  }

  private static Why why(Future<?> asked) {
    try {
      asked.await();
    } catch (Unvouched why) {
      return why.why();
    }
    throw new AssertionError("it was taken");
  }

  @Test
  void anIssuerThatNeverAnswersIsAwayInTime() {
    issuer.says(KHAN, Lie.NEVER_ANSWERS);
    long from = System.nanoTime();
    assertThat(why(asks(now))).isEqualTo(Why.AWAY);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void anIssuerThatWasAwayIsAskedAgain() {
    issuer.away(true);
    assertThat(why(asks(now))).isEqualTo(Why.AWAY);
    issuer.away(false);
    assertThat(asks(now).await()).isEqualTo(KHAN);
  }

  @Test
  void itsKeysAreLookedAtAgainForOneThatWeDoNotHaveButNotAllTheTime() {
    assertThat(asks(now).await()).isEqualTo(KHAN);
    assertThat(asks(now).await()).isEqualTo(KHAN);
    assertThat(issuer.looksAtKeys()).isEqualTo(1);
    issuer.changesItsKey("second");
    assertThat(why(asks(now.plusSeconds(30)))).isEqualTo(Why.DISORDER);
    assertThat(issuer.looksAtKeys()).isEqualTo(1);
    assertThat(asks(now.plusSeconds(61)).await()).isEqualTo(KHAN);
    assertThat(issuer.looksAtKeys()).isEqualTo(2);
  }

  @Test
  void whoGivesItselfOutAsAnotherIsNotAsked() {
    openId = openId(issuer.url() + "/");
    assertThat(why(asks(now))).isEqualTo(Why.DISORDER);
  }

  @Test
  void anEncryptedIssuerIsAskedAtEncryptedAddressesAlone() {
    var encrypted = new Issuer("any", "Any", "https://a.example", "id", "secret", Set.of(), "");
    assertThat(encrypted.mayAsk("https://b.example/token")).isTrue();
    assertThat(Stream.of("http://a.example/token", "file:///etc/passwd", ""))
        .noneMatch(encrypted::mayAsk);
  }

  @Test
  void anErrandIsOnesOwn() {
    var one = openId.issuer("any").orElseThrow();
    var errand = Errand.to(one);
    String sealed = errand.sealed(hashes, now);
    String state = errand.state(hashes);
    assertThat(Errand.back(sealed, one, state, hashes, now)).contains(errand);
    assertThat(Errand.back(sealed, one, Errand.to(one).state(hashes), hashes, now)).isEmpty();
    assertThat(Errand.back(sealed, one, state, new Hashes("another secret of tests"), now))
        .isEmpty();
    assertThat(Errand.back(sealed, one, state, hashes, now.plus(Errand.LIFE))).isEmpty();
    assertThat(Errand.back(sealed + "x", one, state, hashes, now)).isEmpty();
    assertThat(Errand.back("", one, state, hashes, now)).isEmpty();
  }

  @Test
  void aProofKeyIsTheHashOfItsVerifierAsRfc7636HasIt() {
    var errand = Errand.to(openId.issuer("any").orElseThrow());
    assertThat(errand.verifier(hashes)).matches("[A-Za-z0-9_-]{43}");
    assertThat(errand.challenge(hashes))
        .matches("[A-Za-z0-9_-]{43}")
        .isNotEqualTo(errand.verifier(hashes));
  }

  @Test
  void anIssuersSecretIsNotPrinted() {
    assertThat(openId.issuer("any").orElseThrow().toString()).isEqualTo("any");
    assertThatThrownBy(() -> asks(now.plus(Duration.ofDays(1))).await())
        .isInstanceOf(Unvouched.class)
        .hasNoCause();
  }
}
