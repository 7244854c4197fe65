package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.Servers;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// PostgreSQL answers nobody for a while: pages say so kindly, within a bound, and come back by
/// themselves.
class OutageTest {
  @Test
  void pagesSaySoKindlyAndComeBackByThemselves() {
    try (var app = TestApp.start()) {
      var khan = new Visitor(app.url());
      khan.signInAs("Miss Khan");
      String link = "/links/" + DemoTown.of(app).link("4B", "4K");
      var on = khan.get(link);
      var stranger = new Visitor(app.url());
      try (var _ = Servers.postgresAway()) {
        whileItIsAway(app, khan, on);
      }
      assertThat(khan.get("/home").status()).isEqualTo(200);
      var again = khan.submit(khan.get(link), link + "/notes", "body", "Typed in vain?");
      assertThat(again.says()).contains("Typed in vain?");
      assertThat(stranger.get("/concern").status()).isEqualTo(200);
      assertThat(stranger.get("/health/ready").status()).isEqualTo(200);
    }
  }

  private static void whileItIsAway(TestApp app, Visitor khan, Answer on) {
    var stranger = new Visitor(app.url());
    assertThat(stranger.get("/").status()).as("a page that needs no database").isEqualTo(200);
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = stranger.get("/sign-in/code");
      var home = soon(many, () -> khan.send("GET", "/home", null, Map.of()));
      var note = soon(many, () -> khan.press(on, on.path() + "/notes", "body", "Typed in vain?"));
      var concern = soon(many, () -> new Visitor(app.url()).get("/concern"));
      var code = soon(many, () -> stranger.press(asked, "/sign-in/code", "code", "123456"));
      var ready = soon(many, () -> new Visitor(app.url()).get("/health/ready"));
      kind(home.join());
      kind(code.join());
      kind(note.join());
      assertThat(note.join().says()).as("what she typed").contains("Typed in vain?");
      kind(concern.join());
      assertThat(concern.join().says()).contains("ring 999", "0808 800 5000");
      assertThat(ready.join().status()).isEqualTo(503);
    }
  }

  private static CompletableFuture<Answer> soon(
      java.util.concurrent.Executor many, Supplier<Answer> ask) {
    return CompletableFuture.supplyAsync(ask, many);
  }

  private static void kind(Answer answer) {
    assertThat(answer.status()).as(answer.path()).isEqualTo(503);
    assertThat(answer.says()).contains("That did not work", "try again in a moment");
    assertThat(answer.header("Retry-After")).isNotEmpty();
  }
}
