package org.linkroom.records;

import java.net.URI;
import org.flywaydb.core.Flyway;

/// Brings the tables up to date before anything else starts. Nodes that start together wait for one
/// another at Flyway's lock.
public final class Migration {
  private Migration() {}

  /// Apply what is missing.
  ///
  /// @param url postgresql://user:password@host:port/database
  public static void run(String url) {
    var uri = URI.create(url);
    String[] who = (uri.getUserInfo() == null ? ":" : uri.getUserInfo() + ":").split(":", -1);
    String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    Flyway.configure(Migration.class.getClassLoader())
        .dataSource(
            "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query,
            who[0],
            who[1])
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
