package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.records.Records;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Town;
import org.linkroom.testing.Visitor;
import org.slf4j.LoggerFactory;

/// A whole app with a real mail server: what leaves by mail, and what is left behind of it.
class MailsSayLittleTest {
  private static final String WORDS = "He said that he does not want to go home";
  private static final String CONTACT = "01632 960987";
  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");
  private static final GreenMail SMTP =
      new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static final Vertx VERTX = Vertx.vertx();
  private static TestApp app;
  private static Records records;

  @BeforeAll
  static void open() {
    SMTP.start();
    LOG.start();
    ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
    app =
        TestApp.start(
            Map.of(
                "LINKROOM_MAIL_HOST", "127.0.0.1",
                "LINKROOM_MAIL_PORT", Integer.toString(SMTP.getSmtp().getPort()),
                "LINKROOM_MAIL_TLS", "none"));
    records = Records.open(VERTX, app.settings().database().url(), 2);
  }

  @AfterAll
  static void close() {
    app.close();
    Town.await(records.close());
    Town.await(VERTX.close());
    SMTP.stop();
    ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(LOG);
  }

  @AfterEach
  void empty() throws Exception {
    SMTP.purgeEmailFromAllMailboxes();
    Town.await(records.run("DELETE FROM mail"));
  }

  @ParameterizedTest
  @CsvSource({
    "child, safeguarding@hilltopprimary.example",
    "adult, head@hilltopprimary.example",
    "head, governors@hilltopprimary.example",
    "other, safeguarding@hilltopprimary.example",
  })
  void aMailSaysOnlyThatThereIsAConcern(String about, String to) throws Exception {
    raise(about);
    var mails = mails(2);
    var whom = new ArrayList<String>();
    for (var mail : mails) {
      whom.add(mail.getAllRecipients()[0].toString());
    }
    assertThat(whom)
        .as("its reader, and the programme's team, who read nothing of it")
        .containsExactlyInAnyOrder(to, "ruth.lindley@bradford.example");
    for (var mail : mails) {
      assertThat(mail.getSubject() + text(mail) + html(mail))
          .doesNotContain(WORDS, CONTACT, "Hilltop", "about " + about);
    }
    assertThat(text("SELECT coalesce(string_agg(body, ''), '') FROM mail"))
        .as("nothing of it is kept")
        .isEmpty();
  }

  @Test
  void theGovernorsLinkReadsNothingUntilItsButtonIsPressed() throws Exception {
    raise("head");
    var governors = new Visitor(app.url());
    String link = link(mails(2).getFirst());
    assertThat(link).startsWith("/concern/read/");
    var looked = governors.get(link);
    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.body()).doesNotContain(WORDS, CONTACT);
    String unread = "SELECT count(*)::text FROM concern WHERE about = 'head' AND read_at IS NULL";
    assertThat(text(unread)).isNotEqualTo("0");
    assertThat(governors.submit(looked, link).says()).contains(WORDS, CONTACT);
  }

  @Test
  void aWayInArrivesAndIsNotKept() throws Exception {
    var visitor = new Visitor(app.url());
    ask(visitor);
    var mail = mail();
    assertThat(mail.getAllRecipients()[0]).hasToString("safeguarding@hilltopprimary.example");
    String link = link(mail);
    assertThat(link).startsWith("/sign-in/link/");
    assertThat(text("SELECT coalesce(string_agg(body, ''), '') FROM mail")).isEmpty();
    assertThat(text("SELECT count(*)::text FROM sign_in_mail WHERE token = '" + token(link) + "'"))
        .as("only its hash")
        .isEqualTo("0");
    assertThat(visitor.submit(visitor.get(link), link).path()).isEqualTo("/home");
  }

  @Test
  void noLogHoldsAConcernItsRaiserOrAWayInAlsoWhereMailsFail() throws Exception {
    SMTP.stop();
    raise("child");
    ask(new Visitor(app.url()));
    await("SELECT count(*)::text FROM mail WHERE fault IS NOT NULL", "3");
    String links =
        text("SELECT string_agg(body, ' ') FROM mail WHERE body LIKE '%/sign-in/link/%'");
    SMTP.start();
    assertThat(lines())
        .anyMatch(line -> line.contains("fault="))
        .noneMatch(
            line ->
                line.contains(WORDS)
                    || line.contains(CONTACT)
                    || line.contains("@hilltopprimary")
                    || line.contains(token(link(links))));
    assertThat(text("SELECT count(*)::text FROM audit WHERE audit::text LIKE '%go home%'"))
        .isEqualTo("0");
  }

  private static List<String> lines() {
    return List.copyOf(LOG.list).stream()
        .filter(event -> event.getLoggerName().startsWith("org.linkroom"))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static void ask(Visitor visitor) {
    visitor.submit(
        visitor.get("/sign-in"), "/sign-in", "email", "Safeguarding@HilltopPrimary.example");
  }

  private static void raise(String about) {
    var visitor = new Visitor(app.url());
    var form = visitor.get("/concern");
    String school =
        form.page().select("select[name=school] option").stream()
            .filter(option -> option.text().startsWith("Hilltop Primary"))
            .findFirst()
            .orElseThrow()
            .attr("value");
    var sent =
        visitor.submit(
            form, "/concern", "about", about, "school", school, "body", WORDS, "contact", CONTACT);
    assertThat(sent.path()).isEqualTo("/concern/sent");
  }

  /// The one mail, once it has come and its sender has noted that.
  private static MimeMessage mail() throws MessagingException {
    return mails(1).getFirst();
  }

  /// So many mails, by whom they are to.
  private static List<MimeMessage> mails(int many) throws MessagingException {
    assertThat(SMTP.waitForIncomingEmail(20_000, many)).isTrue();
    await("SELECT count(*)::text FROM mail WHERE sent_at IS NULL", "0");
    var mails = new TreeMap<String, MimeMessage>();
    for (var mail : SMTP.getReceivedMessages()) {
      mails.put(mail.getAllRecipients()[0].toString(), mail);
    }
    return List.copyOf(mails.values());
  }

  private static void await(String sql, String answer) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!text(sql).equals(answer)) {
      assertThat(System.nanoTime()).as(sql).isLessThan(end);
      Town.await(VERTX.timer(20));
    }
  }

  private static String link(MimeMessage mail) throws Exception {
    return link(text(mail));
  }

  private static String text(MimeMessage mail) throws Exception {
    return part(mail, 0, "text/plain");
  }

  /// What varies of the HTML: all of its body, with its markup.
  private static String html(MimeMessage mail) throws Exception {
    return Jsoup.parse(part(mail, 1, "text/html")).body().html();
  }

  private static String part(MimeMessage mail, int at, String type) throws Exception {
    var part = ((Multipart) mail.getContent()).getBodyPart(at);
    assertThat(part.getContentType()).startsWith(type);
    return part.getContent().toString();
  }

  private static String link(String text) {
    var link = LINK.matcher(text);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String token(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String text(String sql) {
    return Town.await(records.one(sql, row -> row.getString(0))).orElse("");
  }
}
