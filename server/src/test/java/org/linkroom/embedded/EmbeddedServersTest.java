package org.linkroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {
  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  Path folder;

  @Test
  void theNextRunFindsWhatTheLastOneKept() throws Exception {
    try (var first = EmbeddedPostgres.start(folder.resolve("postgres"))) {
      sql(first.url("kept"), "CREATE TABLE word (w text)");
      sql(first.url("kept"), "INSERT INTO word VALUES ('hello')");
    }
    try (var second = EmbeddedPostgres.start(folder.resolve("postgres"))) {
      assertThat(sql(second.url("kept"), "SELECT w FROM word")).isEqualTo("hello");
    }
  }

  @Test
  void aRunStopsWhatAKilledOneLeft() throws Exception {
    var left = EmbeddedRedis.start(folder.resolve("redis"));
    var postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    sql(postgres.url("kept"), "CREATE TABLE word (w text)");
    // Nobody closes them: the next run finds both still there.
    try (var redis = EmbeddedRedis.start(folder.resolve("redis"));
        var again = EmbeddedPostgres.start(folder.resolve("postgres"))) {
      assertThat(redis.url()).isNotEqualTo(left.url());
      assertThat(sql(again.url("kept"), "SELECT count(*)::text FROM word")).isEqualTo("0");
    }
  }

  private static String sql(String url, String statement) throws Exception {
    var uri = java.net.URI.create(url);
    String[] who = uri.getUserInfo().split(":");
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(),
                who[0],
                who[1]);
        var made = connection.createStatement()) {
      if (!made.execute(statement)) {
        return "";
      }
      var rows = made.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }
}
