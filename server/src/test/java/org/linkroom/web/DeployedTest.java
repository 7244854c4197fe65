package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// A server that others reach, at an https address and without the demo.
class DeployedTest {
  private static final String PUBLIC = "https://linkroom.example";
  private static TestApp deployed;

  @BeforeAll
  static void start() {
    deployed = TestApp.start(Map.of("LINKROOM_PUBLIC_URL", PUBLIC, "LINKROOM_DEMO", "false"));
  }

  @AfterAll
  static void stop() {
    deployed.close();
  }

  private static Visitor abroad() {
    return new Visitor("http://localhost:" + deployed.port()).knowing(PUBLIC);
  }

  @Test
  void onHttpsItStaysOnHttps() {
    assertThat(abroad().get("/").header("Strict-Transport-Security")).contains("max-age=");
  }

  @Test
  void onHttpsCookiesBelongToThisHostAlone() {
    var answer = abroad().get("/sign-in");
    assertThat(answer.setCookies()).isNotEmpty();
    for (String line : answer.setCookies()) {
      assertThat(line)
          .startsWith("__Host-")
          .containsIgnoringCase("HttpOnly")
          .contains("Secure", "SameSite=Lax", "Path=/")
          .doesNotContain("Domain");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/demo", "/demo/mails"})
  void theDemosPagesExistInTheDemoAlone(String path) {
    var visitor = abroad();
    assertThat(visitor.get(path).status()).isEqualTo(404);
    assertThat(visitor.get("/").page().select("a[href^=/demo], .demo-strip")).isEmpty();
  }

  @Test
  void nobodySignsInByOnePressOutsideTheDemo() {
    var visitor = abroad();
    String token = visitor.get("/sign-in").page().select("[name=csrf]").attr("value");
    var answer =
        visitor.post("/demo/sign-in", Map.of("csrf", token, "person", "a1b2c3d4e5f6"), Map.of());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(visitor.cookieNames()).doesNotContain("__Host-linkroom");
  }

  @ParameterizedTest
  @CsvSource({
    "https://linkroom.example, 422",
    "http://linkroom.example, 403",
    "https://linkroom.example.evil.example, 403",
    "http://localhost:8080, 403",
    "http://127.0.0.1:8080, 403"
  })
  void onlyItsOwnAddressSendsFormsOutsideTheDemo(String origin, int status) {
    var visitor = abroad();
    String token = visitor.get("/sign-in").page().select("[name=csrf]").attr("value");
    var answer = visitor.post("/sign-in", Map.of("csrf", token), Map.of("Origin", origin));
    assertThat(answer.status()).isEqualTo(status);
  }
}
