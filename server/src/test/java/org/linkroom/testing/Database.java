package org.linkroom.testing;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A test's own look into an app's PostgreSQL, past all of its code: to see what was kept, and to
/// lay out what no page makes.
public final class Database {
  private final String url;
  private final String user;
  private final String password;

  private Database(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /// The database of an app.
  public static Database of(TestApp app) {
    return at(app.settings().database().url());
  }

  /// A database by its address, as the settings have it.
  static Database at(String url) {
    var uri = URI.create(url);
    String[] who = uri.getUserInfo().split(":", 2);
    return new Database(
        "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), who[0], who[1]);
  }

  /// Change something; answers how many rows.
  public int run(String sql, Object... values) {
    try (var connection = open();
        var statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException fault) {
      throw new AssertionError(sql, fault);
    }
  }

  /// The first column of all rows, as text.
  public List<String> all(String sql, Object... values) {
    try (var connection = open();
        var statement = prepared(connection, sql, values);
        var rows = statement.executeQuery()) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException fault) {
      throw new AssertionError(sql, fault);
    }
  }

  /// The first column of the one row.
  public String one(String sql, Object... values) {
    var all = all(sql, values);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " rows for " + sql);
    }
    return all.getFirst();
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
