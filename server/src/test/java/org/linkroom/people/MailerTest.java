package org.linkroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Town;

class MailerTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration MONTH = Duration.ofDays(30);
  private static Town town;

  private final List<Mailer> mailers = new ArrayList<>();
  private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeAll
  static void open() {
    town = new Town();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void stop() {
    mailers.forEach(Mailer::stop);
    server.stop();
    town.run("DELETE FROM mail");
  }

  @Test
  void theTextArrivesAndOnlyThatItWentOutIsKept() throws Exception {
    server.start();
    send(mailer(server.getSmtp().getPort()), "khan@school.example", "Press this link:\nhttps://x");
    town.until(() -> mail("sent_at IS NOT NULL") == 1);
    var arrived = server.getReceivedMessages();
    assertThat(arrived).hasSize(1);
    assertThat(arrived[0].getSubject()).isEqualTo("Your way into Linkroom – today");
    assertThat(arrived[0].getAllRecipients()[0]).hasToString("khan@school.example");
    assertThat(arrived[0].getFrom()[0]).hasToString("Linkroom <linkroom@linkroom.example>");
    var both = (Multipart) arrived[0].getContent();
    assertThat(both.getContentType()).startsWith("multipart/alternative");
    assertThat(both.getBodyPart(0).getContent().toString().replace("\r", "").strip())
        .isEqualTo("Press this link:\nhttps://x");
    assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(both.getBodyPart(1).getContent().toString()).contains("href=\"https://x\"");
    assertThat(town.text("SELECT body FROM mail")).isEmpty();
    assertThat(town.text("SELECT fault FROM mail")).isEqualTo("none");
  }

  @Test
  void whereTheServerIsAwayTheMailKeepsItsFaultAndGoesOutLater() throws Exception {
    int port = freePort();
    var mailer = mailer(port);
    send(mailer, "khan@school.example", "Press this link");
    town.until(() -> mail("fault IS NOT NULL") == 1);
    assertThat(town.text("SELECT body FROM mail")).isEqualTo("Press this link");
    assertThat(mail("sent_at IS NOT NULL OR gave_up_at IS NOT NULL")).isZero();

    server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.start();
    await(mailer.run());
    assertThat(server.getReceivedMessages()).as("it is not due yet").isEmpty();
    town.set(town.now().plusSeconds(30));
    await(mailer.run());
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(mail("sent_at IS NOT NULL AND fault IS NULL AND tries = 2")).isEqualTo(1);
  }

  @Test
  void aMailThatANodeDiedOverIsTakenByAnother() {
    server.start();
    town.run(
        "INSERT INTO mail (id, email, subject, body, made_at, tries, next_at, until) VALUES ('m12345678901', 'khan@school.example', 's', 'b', $1, 1, $2, $3)",
        Town.utc(town.now()),
        Town.utc(town.now().plusSeconds(60)),
        Town.utc(town.now().plus(HALF_AN_HOUR)));
    var mailer = mailer(server.getSmtp().getPort());
    await(mailer.run());
    assertThat(server.getReceivedMessages()).as("the other may still send it").isEmpty();
    town.set(town.now().plusSeconds(60));
    await(mailer.run());
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void twoNodesAtOnceSendEachMailOnce() {
    server.start();
    for (int i = 0; i < 30; i++) {
      town.run(
          "INSERT INTO mail (id, email, subject, body, made_at, next_at, until) VALUES ($1, 'khan@school.example', $2, 'b', $3, $3, $4)",
          org.linkroom.base.Id.random(),
          "mail " + i,
          Town.utc(town.now()),
          Town.utc(town.now().plus(HALF_AN_HOUR)));
    }
    var one = mailer(server.getSmtp().getPort());
    var other = mailer(server.getSmtp().getPort());
    await(Future.all(one.run(), other.run()));
    await(Future.all(one.run(), other.run()));
    assertThat(server.getReceivedMessages())
        .extracting(message -> message.getSubject())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 30).mapToObj(i -> "mail " + i).toList());
  }

  @Test
  void itIsGivenUpAfterADayWithItsFaultKept() throws Exception {
    var mailer = mailer(freePort());
    send(mailer, "governors@school.example", "Read it here", MONTH);
    town.until(() -> mail("fault IS NOT NULL") == 1);
    var made = town.now();
    int tries = 1;
    while (mail("gave_up_at IS NOT NULL") == 0) {
      assertThat(tries).as("tries are bounded").isLessThan(50);
      town.set(town.now().plus(Mailer.before(tries)));
      await(mailer.run());
      tries++;
    }
    assertThat(tries).isGreaterThan(20);
    assertThat(Duration.between(made, town.now()))
        .isBetween(Mailer.TRIED.minus(Duration.ofHours(1)), Mailer.TRIED);
    assertThat(mail("fault <> '' AND sent_at IS NULL AND tries = " + tries)).isEqualTo(1);
    assertThat(town.text("SELECT body FROM mail"))
        .as("somebody can still pass it on")
        .isEqualTo("Read it here");
    town.set(town.now().plus(Duration.ofDays(1)));
    await(mailer.run());
    assertThat(mail("tries = " + tries)).isEqualTo(1);
  }

  @Test
  void noLinkIsSentThatIsNoLongerGood() throws Exception {
    int port = freePort();
    var mailer = mailer(port);
    send(mailer, "khan@school.example", "Press this link");
    town.until(() -> mail("fault IS NOT NULL") == 1);
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.start();
    town.set(town.now().plus(HALF_AN_HOUR));
    await(mailer.run());
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(mail("gave_up_at IS NOT NULL AND fault IS NOT NULL")).isEqualTo(1);
  }

  @Test
  void nobodyWaitsForAServerThatDoesNotAnswer() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var mailer = mailer(silent.getLocalPort());
      long before = System.nanoTime();
      send(mailer, "khan@school.example", "Press this link");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      assertThat(mail("sent_at IS NULL AND body <> ''")).isEqualTo(1);
    }
  }

  @Test
  void withoutAServerMailsAreKeptForTheDemosPage() {
    var mailer = new Mailer(town.vertx(), town.records(), smtp("", 25), town.clock());
    mailers.add(mailer);
    send(mailer, "khan@school.example", "Press this link");
    await(mailer.run());
    assertThat(await(mailer.newest()))
        .singleElement()
        .satisfies(mail -> assertThat(mail.body()).isEqualTo("Press this link"));
    assertThat(mail("tries = 0 AND sent_at IS NULL")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT30S",
    "2, PT1M",
    "3, PT2M",
    "4, PT4M",
    "7, PT32M",
    "8, PT1H",
    "9, PT1H",
    "1000, PT1H",
  })
  void eachWaitIsTwiceTheOneBeforeAndAnHourAtMost(int tries, Duration wait) {
    assertThat(Mailer.before(tries)).isEqualTo(wait);
  }

  private Mailer mailer(int port) {
    var mailer = new Mailer(town.vertx(), town.records(), smtp("127.0.0.1", port), town.clock());
    mailers.add(mailer);
    return mailer;
  }

  private static Mailer.Smtp smtp(String host, int port) {
    return new Mailer.Smtp(host, port, "", "", "none", "Linkroom <linkroom@linkroom.example>");
  }

  private static void send(Mailer mailer, String email, String body) {
    send(mailer, email, body, HALF_AN_HOUR);
  }

  private static void send(Mailer mailer, String email, String body, Duration good) {
    await(mailer.send(new Mailer.Letter(email, "Your way into Linkroom – today", body, good)));
  }

  private static long mail(String so) {
    return town.count("SELECT count(*) FROM mail WHERE " + so);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
