package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.embedded.EmbeddedRedis;
import org.linkroom.testing.Soon;

/// How scripts reach a Redis of their own, which counts what it was sent.
class ScriptsTest {
  private static final Script COUNT = Script.of("return redis.call('INCR', KEYS[1])");

  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static Vertx vertx;
  private static EmbeddedRedis redis;
  private static RedisLink link;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    redis = EmbeddedRedis.start(folder);
    link = new RedisLink(vertx, redis.url());
    Soon.get(link.start());
  }

  @AfterAll
  static void stop() {
    link.close();
    Soon.get(vertx.close());
    redis.close();
  }

  @Test
  void aScriptGoesWholeOnceAndByItsDigestFromThenOnAndInOrder() {
    var fresh = Script.of("return redis.call('INCR', KEYS[1]) -- in order");
    Soon.get(link.send(Command.CONFIG, "RESETSTAT"));
    var counted =
        IntStream.range(0, 20)
            .mapToObj(i -> link.run(fresh, List.of("in order"), List.of()))
            .toList();
    assertThat(counted.stream().map(one -> Soon.get(one).toInteger()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    assertThat(calls("eval")).isOne();
    assertThat(calls("evalsha")).isEqualTo(19);
  }

  @Test
  void aScriptThatRedisForgotIsRunAllTheSameAndOnce() {
    assertThat(Soon.get(link.run(COUNT, List.of("forgot"), List.of())).toInteger()).isOne();
    Soon.get(link.send(Command.SCRIPT, "FLUSH"));
    assertThat(Soon.get(link.run(COUNT, List.of("forgot"), List.of())).toInteger()).isEqualTo(2);
    assertThat(Soon.get(link.run(COUNT, List.of("forgot"), List.of())).toInteger()).isEqualTo(3);
  }

  @Test
  void theLastArgumentIsTheCommandThatPublishes() {
    var last = Script.of("return ARGV[#ARGV]");
    assertThat(Soon.get(link.run(last, List.of(), List.of("other"))).toString())
        .isEqualToIgnoringCase("PUBLISH");
  }

  @Test
  void noScriptNamesThatCommandItself() throws Exception {
    try (var files = Files.list(Path.of("server/src/main/resources/redis"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContainIgnoringCase("'PUBLISH'");
      }
    }
  }

  private static int calls(String command) {
    String stats = Soon.get(link.send(Command.INFO, "commandstats")).toString();
    var found = Pattern.compile("cmdstat_" + command + ":calls=(\\d+)").matcher(stats);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
