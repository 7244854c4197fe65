package org.linkroom.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linkroom.base.Id;
import org.linkroom.protocol.Wire;

/// A room's parts as the stores have them, read around every cable and every class of the server.
record Stored(SortedMap<String, JsonNode> parts) {
  private static final int PAGE = 64;

  /// As Redis has it.
  static Stored inRedis(int port, Id room) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(("HGETALL lr:{" + room + "}:parts\r\n").getBytes(UTF_8));
      var in = new BufferedInputStream(socket.getInputStream());
      int count = number(in, '*');
      var parts = new TreeMap<String, JsonNode>();
      for (int i = 0; i < count; i += 2) {
        String name = text(in);
        parts.put(name, Wire.JSON.readTree(text(in)));
      }
      return new Stored(parts);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static int number(InputStream in, char kind) throws IOException {
    if (in.read() != kind) {
      throw new IOException("Redis said something else");
    }
    var digits = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c != '\r') {
        digits.append((char) c);
      }
    }
    return Integer.parseInt(digits.toString());
  }

  private static String text(InputStream in) throws IOException {
    var bytes = in.readNBytes(number(in, '$'));
    in.readNBytes(2);
    return new String(bytes, UTF_8);
  }

  /// A database as JDBC names it.
  record Jdbc(String address, String user, String password) {}

  static Jdbc jdbc(String url) {
    var uri = URI.create(url);
    var who = uri.getUserInfo().split(":", 2);
    return new Jdbc(
        "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), who[0], who[1]);
  }

  /// As PostgreSQL has it.
  static Stored inPostgres(String url, Id room) {
    var to = jdbc(url);
    try (var connection = DriverManager.getConnection(to.address(), to.user(), to.password());
        var ask =
            connection.prepareStatement("SELECT part, body::text FROM room_part WHERE room = ?")) {
      ask.setString(1, room.text());
      var rows = ask.executeQuery();
      var parts = new TreeMap<String, JsonNode>();
      while (rows.next()) {
        parts.put(rows.getString(1), Wire.JSON.readTree(rows.getString(2)));
      }
      return new Stored(parts);
    } catch (SQLException | IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /// The lines of a rehearsal by their numbers.
  SortedMap<Long, String> lines() {
    var lines = new TreeMap<Long, String>();
    parts.forEach(
        (name, text) -> {
          if (name.startsWith("lines:")) {
            long first = text.at("/part/number").asLong() * PAGE;
            for (var line : text.at("/part/lines")) {
              lines.put(first++, line.path("text").asText());
            }
          }
        });
    return lines;
  }

  /// Which parts are not the same, for whoever looks for the reason.
  String difference(Stored other) {
    var all = new TreeMap<>(parts);
    all.putAll(other.parts);
    all.keySet().removeIf(name -> java.util.Objects.equals(parts.get(name), other.parts.get(name)));
    var said = new StringBuilder();
    all.keySet()
        .forEach(
            name ->
                said.append(name)
                    .append(": ")
                    .append(parts.get(name))
                    .append(" / ")
                    .append(other.parts.get(name))
                    .append('\n'));
    return said.toString();
  }
}
