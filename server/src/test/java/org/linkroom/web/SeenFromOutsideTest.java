package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;
import org.slf4j.LoggerFactory;

/// What operators see of a session: its figures and its log, and no word of anybody.
class SeenFromOutsideTest {
  private static final Path FOLDER = Path.of("deploy", "observability");
  private static final Pattern FIGURE = Pattern.compile("linkroom_[a-z_]+");
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("org.linkroom");
  private static final ListAppender<ILoggingEvent> HEARD = new ListAppender<>();
  private static TestApp app;

  @BeforeAll
  static void start() {
    OURS.setLevel(Level.DEBUG);
    HEARD.start();
    ROOT.addAppender(HEARD);
    app = TestApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
    ROOT.detachAppender(HEARD);
    OURS.setLevel(null);
  }

  private static String metrics() {
    return new Visitor(app.url()).get("/metrics").body();
  }

  @Test
  void everyFigureThatAlertsAndDashboardNameIsThere() throws Exception {
    var named = new TreeSet<String>();
    for (String file : List.of("alerts.yaml", "dashboard.json")) {
      FIGURE
          .matcher(Files.readString(FOLDER.resolve(file)))
          .results()
          .forEach(found -> named.add(found.group()));
    }
    var printed = metrics().lines().map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(15).isSubsetOf(printed);
  }

  @Test
  void aSessionIsCountedAndNoWordOfAnybodyIsInAFigureOrTheLog() {
    var session = DemoSession.of(app);
    var pass = quill(session);
    try (var page = LiveClient.open(app.url(), app.passes(), pass)) {
      assertThat(page.say("note.say", Map.of("text", "Wobbleton")).has("ok")).isTrue();
      assertThat(page.say("note.say", Map.of("text", "Wobbleton".repeat(100))).has("no")).isTrue();
      page.say("Wobbleton", Map.of("who", "Zebedee"));
      new Visitor(app.url()).get("/links/Zebedee?who=Wobbleton");
      page.send(new byte[] {1});
      page.await("bye");
    }
    assertThat(metrics())
        .contains("linkroom_commands_accepted_total 1.0")
        .contains("linkroom_commands_refused_total{code=\"text.long\"} 1.0")
        .contains("linkroom_goodbyes_total{code=\"4504\",why=\"too_much\"} 1.0")
        .contains("linkroom_joins_total 1.0")
        .doesNotContainIgnoringCase("zebedee")
        .doesNotContainIgnoringCase("wobbleton");
    assertThat(log())
        .contains("room=" + session.room() + " device=" + pass.device() + " goodbye=4504")
        .doesNotContainIgnoringCase("zebedee")
        .doesNotContainIgnoringCase("wobbleton")
        .doesNotContainIgnoringCase("quill");
  }

  private static Pass quill(DemoSession session) {
    var ours = session.ours();
    return new Pass(
        session.room(),
        Id.random(),
        ours.schoolClass(),
        ours.teacher(),
        "Zebedee Quill",
        PassRole.TEACHER,
        Screen.ADULT,
        DeviceKind.ADULT,
        false,
        Instant.now().plus(Duration.ofHours(1)));
  }

  private static String log() {
    return List.copyOf(HEARD.list).stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .collect(Collectors.joining("\n"));
  }
}
