package org.linkroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Servers;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;
import picocli.CommandLine;

class InviteCommandTest {
  private static final String SECRET = "a secret of this test, which guards nothing at all";

  @TempDir private Path folder;

  private record Said(int exit, String out, String err) {}

  private Said run(String database, String... words) throws IOException {
    Path config = folder.resolve("my.yaml");
    Files.writeString(
        config, "secret: %s\nport: 8080\ndatabase:\n  url: \"%s\"\n".formatted(SECRET, database));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = System.out;
    var errBefore = System.err;
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
    try {
      var line =
          new CommandLine(new Main())
              .setExecutionExceptionHandler(
                  (fault, command, parsed) -> {
                    System.err.println(fault.getMessage());
                    return 2;
                  });
      var all = new ArrayList<>(List.of("--config", config.toString()));
      all.addAll(List.of(words));
      int exit = line.execute(all.toArray(String[]::new));
      return new Said(exit, out.toString(UTF_8), err.toString(UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(errBefore);
    }
  }

  @Test
  void theFirstCoordinatorOfAnEmptyNetworkSignsInByThePrintedLinkOnce() throws IOException {
    String database = Servers.database();
    var said =
        run(
            database,
            "invite",
            "--role",
            "coordinator",
            "--email",
            "First@Network.example",
            "--name",
            "Mrs First");
    assertThat(said.exit()).as(said.err()).isZero();
    String path = said.out().lines().findFirst().orElseThrow().replace("http://localhost:8080", "");
    assertThat(path).startsWith("/sign-in/link/");
    try (var app =
        TestApp.start(
            Map.of(
                "LINKROOM_DEMO", "false",
                "LINKROOM_SECRET", SECRET,
                "LINKROOM_DATABASE_URL", database))) {
      var visitor = new Visitor(app.url());
      assertThat(visitor.submit(visitor.get(path), path).title()).startsWith("Home");
      assertThat(visitor.get("/home").says()).contains("Mrs First");
      assertThat(visitor.get("/programmes").status()).isEqualTo(200);
      var second = new Visitor(app.url());
      assertThat(second.submit(second.get(path), path).status()).isEqualTo(410);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "coordinator, nobody, whole mail address",
    "teacher, a@b.example, a coordinator is invited",
  })
  void whatCannotBeIsSaidInASentence(String role, String email, String sentence)
      throws IOException {
    var said = run(Servers.database(), "invite", "--role", role, "--email", email);
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains(sentence);
    assertThat(said.out()).isEmpty();
  }
}
