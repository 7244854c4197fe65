package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.Main;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestApp;
import picocli.CommandLine;

/// From an empty database to a link-up that was held, by pages and mails alone.
@BrowserTest
class FromEmptyTest {
  private static final String SECRET = "a secret of this test, which guards nothing at all";
  private static final Pattern WAY_IN = Pattern.compile("(/sign-in/link/\\S+)");

  private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Map<String, Page> people = new HashMap<>();
  private final String database = Servers.database();
  @TempDir private Path folder;
  private TestApp app;

  @BeforeEach
  void begin() {
    post.start();
    app =
        TestApp.start(
            Map.of(
                "LINKROOM_DEMO",
                "false",
                "LINKROOM_SECRET",
                SECRET,
                "LINKROOM_DATABASE_URL",
                database,
                "LINKROOM_MAIL_HOST",
                "127.0.0.1",
                "LINKROOM_MAIL_TLS",
                "none",
                "LINKROOM_MAIL_PORT",
                Integer.toString(post.getSmtp().getPort())));
  }

  @AfterEach
  void end() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
    app.close();
    post.stop();
  }

  @Test
  void aNetworkIsSetUpAndTwoOfItsClassesMeet() throws Exception {
    var coordinator = LivePage.context().newPage();
    coordinator.navigate(invited());
    coordinator.locator("form[action^='/sign-in/link/'] button").click();
    String programme = aProgrammeWithItsFacilitator(coordinator);
    var ruth = signsIn("ruth@airedale.example");
    String hilltop = aSchool(ruth, programme, "Hilltop Primary", "Holroyd");
    aClass(ruth, hilltop, "4B", "Miss Khan", "khan@school.example");
    String riverside = aSchool(ruth, programme, "Riverside Primary", "Thwaite");
    aClass(ruth, riverside, "4K", "Mr Okafor", "okafor@school.example");
    String link = theirLink(ruth, programme);
    aHeadSaysYes("holroyd@school.example", hilltop, link);
    aHeadSaysYes("thwaite@school.example", riverside, link);
    theyMeet(link);
  }

  /// What `linkroom invite` prints.
  private String invited() throws Exception {
    Path config = folder.resolve("my.yaml");
    Files.writeString(
        config,
        "secret: %s\nport: %d\ndatabase:\n  url: \"%s\"\n".formatted(SECRET, app.port(), database));
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      String[] words = {
        "--config",
        config.toString(),
        "invite",
        "--role",
        "coordinator",
        "--email",
        "first@network.example"
      };
      new CommandLine(new Main()).execute(words);
    } finally {
      System.setOut(before);
    }
    return out.toString(UTF_8)
        .lines()
        .filter(line -> line.contains("/sign-in/link/"))
        .findFirst()
        .orElseThrow();
  }

  private String aProgrammeWithItsFacilitator(Page page) {
    page.navigate(app.url("/programmes/new"));
    sends(page, "/programmes/new", "name", "Airedale");
    assertThat(page.locator("h1")).containsText("Airedale");
    sends(page, "/people", "name", "Ruth Lindley", "email", "ruth@airedale.example");
    assertThat(page.locator("main")).containsText("Ruth Lindley");
    return path(page).replaceFirst("/people$", "");
  }

  private String aSchool(Page page, String programme, String name, String head) {
    page.navigate(app.url(programme));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New school").setExact(true))
        .click();
    sends(
        page,
        "/schools/new",
        "name",
        name,
        "town",
        "Bingley",
        "governors",
        "governors@school.example");
    assertThat(page.locator("h1")).containsText(name);
    String school = path(page).replaceFirst("/adults$", "");
    String email = head.toLowerCase(Locale.ROOT) + "@school.example";
    sends(page, "/adults", "name", head, "email", email, "kind", "headteacher");
    assertThat(page.locator("main")).containsText(email);
    sends(
        page,
        "/adults",
        "name",
        "Lead",
        "email",
        "lead@" + name.charAt(0) + ".example",
        "kind",
        "safeguarding");
    assertThat(page.locator("main")).containsText("lead@");
    return school;
  }

  private void aClass(Page page, String school, String label, String lead, String email) {
    page.navigate(app.url(school + "/classes/new"));
    sends(page, "/classes/new", "label", label, "lead", lead, "email", email);
    assertThat(page.locator("main")).containsText(label);
  }

  private String theirLink(Page page, String programme) {
    page.navigate(app.url(programme + "/links/new"));
    choose(page, "one", "4B");
    choose(page, "two", "4K");
    page.locator("form[action$='/links/new'] button").click();
    assertThat(page.locator("h1")).containsText("4B and 4K");
    return path(page);
  }

  private static void choose(Page page, String field, String label) {
    var option = page.locator("#" + field + " option", new Page.LocatorOptions().setHasText(label));
    page.locator("#" + field).selectOption(option.first().getAttribute("value"));
  }

  private void aHeadSaysYes(String email, String school, String link) {
    var head = signsIn(email);
    head.navigate(app.url(school + "/agreement"));
    for (Locator clause : head.locator("input[name^=clause]").all()) {
      clause.check();
    }
    head.locator("form[action$='/agreement'] button").click();
    assertThat(head.locator("main .notice")).containsText("signed it");
    head.navigate(app.url(link + "/answer"));
    head.locator("form[action$='/answer'] button").click();
    assertThat(head.locator("h1")).containsText("4B and 4K");
  }

  private void theyMeet(String link) {
    var khan = signsIn("khan@school.example");
    khan.navigate(app.url(link));
    khan.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan a link-up")).click();
    khan.locator("label.choice:has(input[value=now])").click();
    khan.locator("form[action$='/sessions/new'] button").click();
    assertThat(khan.locator(".badge").first()).hasText("Proposed");
    String session = path(khan);
    var hers = goesIn(khan, session);
    var his = goesIn(signsIn("okafor@school.example"), session);
    hers.saysReadyOnTheBoard();
    his.saysReadyOnTheBoard();
    hers.shows("stage").seesAndHearsTheOtherClass();
    his.shows("stage").seesAndHearsTheOtherClass();
    his.endsForBothOnTheBoard();
    hers.shows("ended");
    khan.navigate(app.url(session + "/record"));
    assertThat(khan.locator("main")).containsText("The door opened");
  }

  private LivePage goesIn(Page page, String session) {
    page.navigate(app.url(session + "/go-in"));
    page.locator("button[name=screen][value=class]").click();
    return new LivePage(page).shows("lobby").joinsWithSound();
  }

  /// Ask for a mail, open its link, and press the one button there.
  private Page signsIn(String email) {
    return people.computeIfAbsent(
        email,
        who -> {
          var page = LivePage.context().newPage();
          page.navigate(app.url("/sign-in"));
          page.locator("input[name=email]").fill(who);
          page.locator("form[action='/sign-in'] button").click();
          Soon.until(() -> !wayIn(who).isEmpty());
          page.navigate(app.url(wayIn(who)));
          page.locator("form[action^='/sign-in/link/'] button").click();
          assertThat(page.locator("h1")).containsText("Hello");
          return page;
        });
  }

  private String wayIn(String email) {
    return Arrays.stream(post.getReceivedMessages())
        .filter(mail -> to(mail).equals(email))
        .map(FromEmptyTest::text)
        .map(WAY_IN::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .findFirst()
        .orElse("");
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
    } catch (MessagingException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /// Fill in a form and send it.
  private static void sends(Page page, String action, String... fields) {
    String form = "form[method=post][action$='" + action + "'] ";
    for (int i = 0; i < fields.length; i += 2) {
      var field = page.locator(form + "[name=" + fields[i] + "]");
      if ("radio".equals(field.first().getAttribute("type"))) {
        page.locator(form + "label:has([name=" + fields[i] + "][value=" + fields[i + 1] + "])")
            .click();
      } else {
        field.fill(fields[i + 1]);
      }
    }
    page.locator(form + "button").click();
  }

  private String path(Page page) {
    return page.url().substring(app.url().length());
  }
}
