package org.linkroom.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A database as a great network's is after two years, made by statements: 5,000 schools around the
/// demo's own, 10,000 classes in 5,000 links, 20,000 sessions, 100,000 lines of the audit log, and
/// what goes with them. The demo's people are in the midst of it.
final class BigNetwork {
  /// A table with so many rows is large: no page may read all of it.
  static final int LARGE = 4_000;

  private static final String ID = "lpad(n::text, 11, '0')";

  /// In this order. `n` counts; ids are a letter and a number.
  private static final List<String> STATEMENTS =
      List.of(
          "ALTER TABLE audit DISABLE TRIGGER ALL",
          """
          INSERT INTO programme (id, name) SELECT 'p' || #, 'Programme ' || n
          FROM generate_series(1, 28 - (SELECT count(*) FROM programme)) n""",
          """
          CREATE TEMP TABLE place AS SELECT id, (row_number() OVER (ORDER BY id))::int AS k FROM programme;
          CREATE TEMP TABLE links AS SELECT n, pl.id AS programme, CASE WHEN n > 2500 THEN n - 2500 ELSE n END AS pair
          FROM generate_series(1, 5000) n JOIN place pl ON pl.k = (n % 2500) % 28 + 1""",
          """
          INSERT INTO school (id, programme, name, town, phase, character, phone, governors_email)
          SELECT 's' || #, pl.id, 'School ' || n, 'Town ' || n % 50, 'primary', 'non-denominational', '01632 960101', 'g@s.example'
          FROM generate_series(1, 5000) n JOIN place pl ON pl.k = (n % 2500) % 28 + 1""",
          """
          INSERT INTO person (id, name, email, phone) SELECT 'h' || #, 'Head ' || n, 'h' || n || '@s.example', '' FROM generate_series(1, 5000) n
          UNION ALL SELECT 'd' || #, 'Lead ' || n, 'd' || n || '@s.example', '' FROM generate_series(1, 5000) n
          UNION ALL SELECT 't' || #, 'Teacher ' || n, 't' || n || '@s.example', '07700 900123' FROM generate_series(1, 10000) n""",
          """
          INSERT INTO school_class (id, school, label, year_group, size, lead, year)
          SELECT 'c' || #, 's' || lpad((n % 5000 + 1)::text, 11, '0'), 'Class ' || n, 4, 28, 't' || #,
            CASE WHEN extract(month FROM now()) >= 8 THEN extract(year FROM now())::int ELSE extract(year FROM now())::int - 1 END
          FROM generate_series(1, 10000) n""",
          """
          INSERT INTO role (person, kind, school, class) SELECT 'h' || #, 'headteacher', 's' || #, NULL FROM generate_series(1, 5000) n
          UNION ALL SELECT 'd' || #, 'safeguarding', 's' || #, NULL FROM generate_series(1, 5000) n
          UNION ALL SELECT 't' || #, 'teacher', NULL, 'c' || # FROM generate_series(1, 10000) n""",
          """
          INSERT INTO link (id, programme, year, state, made_at, live_at)
          SELECT 'l' || #, programme, (SELECT max(year) FROM school_class), 'live', now() - interval '100 days', now() - interval '99 days' FROM links""",
          """
          INSERT INTO link_class SELECT 'l' || #, 'c' || #, 0 FROM links
          UNION ALL SELECT 'l' || #, 'c' || lpad((n + 5000)::text, 11, '0'), 1 FROM links""",
          """
          INSERT INTO school_agreement (id, school, year, kind, text, signer, at)
          SELECT 'g' || #, 's' || #, (SELECT max(year) FROM school_class), 'signed', 'agreement000', 'Head ' || n, now() FROM generate_series(1, 5000) n""",
          """
          INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by, by_class, live_at, ended_at, turn, told_turn, recorded_at)
          SELECT 'x' || lpad((k * 5000 + n)::text, 11, '0'), 'link-up', 'l' || #,
            CASE WHEN at < now() THEN 'ended' WHEN k % 2 = 0 THEN 'agreed' ELSE 'proposed' END, at, 40, 't' || #, 'c' || #,
            CASE WHEN at < now() THEN at END, CASE WHEN at < now() THEN at + interval '40 min' END, 2, 2, CASE WHEN at < now() THEN at END
          FROM (SELECT n, k, date_trunc('day', now()) + make_interval(days => (n * 37 + k * 101) % 400 - 320, hours => 9 + n % 6) AS at
            FROM links, generate_series(0, 3) k) all_of""",
          """
          INSERT INTO session_told SELECT s.id, r.person, 'agreed', s.starts_at, 40, true, now() - interval '10 days'
          FROM session s JOIN link_class lc ON lc.link = s.link JOIN role r ON r.class = lc.class WHERE s.id LIKE 'x0%' AND s.state = 'agreed'""",
          """
          INSERT INTO room_journal (line, room, at, what, class, person, device)
          SELECT s.id || ':' || k, s.id, s.starts_at + make_interval(mins => k),
            (ARRAY['device.came', 'door.open', 'cover.on', 'cover.off', 'mic.mute', 'device.gone'])[k % 6 + 1], s.by_class, s.proposed_by, 'd' || k
          FROM session s, generate_series(0, 7) k WHERE s.state = 'ended' AND s.id LIKE 'x0%'""",
          """
          INSERT INTO attendance SELECT s.id, s.link, l.programme, l.year, s.kind, 'met', s.starts_at, 40, 38
          FROM session s JOIN link l ON l.id = s.link WHERE s.state = 'ended' AND s.id LIKE 'x0%'""",
          """
          INSERT INTO link_note (id, link, at, author, kind, body)
          SELECT 'n' || #, 'l' || lpad((n % 5000 + 1)::text, 11, '0'), now() - make_interval(hours => n % 2000), 't' || lpad((n % 10000 + 1)::text, 11, '0'),
            CASE WHEN n % 4 = 0 THEN 'phone' ELSE 'message' END, 'We bring leaves and questions.' FROM generate_series(1, 30000) n""",
          """
          INSERT INTO link_item (id, link, kind, on_day, added_by)
          SELECT 'i' || #, 'l' || lpad((n % 5000 + 1)::text, 11, '0'), CASE WHEN n % 2 = 0 THEN 'exchange' ELSE 'visit' END, current_date - n % 90,
            't' || # FROM generate_series(1, 10000) n""",
          """
          INSERT INTO term_span (id, school, term, name, first_day, last_day)
          SELECT 'e' || #, 's' || lpad((n % 5000 + 1)::text, 11, '0'), n % 3 > 0, 'Span ' || n, current_date + n % 200 - 60, current_date + n % 200 - 30
          FROM generate_series(1, 30000) n""",
          """
          INSERT INTO class_time SELECT 'c' || #, day, '09:15', '11:00' FROM generate_series(1, 10000) n, generate_series(1, 5) day""",
          """
          INSERT INTO kit_check (id, number, at, verdict, findings, measured, session, programme)
          SELECT 'k' || #, lpad(upper(to_hex(n)), 6, '0'), now() - make_interval(mins => n), CASE WHEN n % 5 = 0 THEN 'bad' ELSE 'good' END,
            'camera:good', '{}', s.id, l.programme
          FROM (SELECT id, link, (row_number() OVER ())::int AS n FROM session WHERE id LIKE 'x0%' LIMIT 6000) s JOIN link l ON l.id = s.link""",
          """
          INSERT INTO mail (id, email, subject, body, made_at, until, sent_at, gave_up_at, kind)
          SELECT 'm' || #, 't' || n % 10000 + 1 || '@s.example', 'Your link-up', '', now() - make_interval(mins => n), now(),
            CASE WHEN n % 50 > 0 THEN now() END, CASE WHEN n % 50 = 0 THEN now() END, 'invitation' FROM generate_series(1, 40000) n""",
          """
          INSERT INTO help_request (id, programme, link, asker, asker_name, about, at, done_at)
          SELECT 'q' || #, l.programme, l.id, 't' || lpad(n::text, 11, '0'), 'Teacher ' || n, 'any', now() - make_interval(mins => n), now()
          FROM generate_series(1, 5000) n JOIN link l ON l.id = 'l' || #""",
          """
          INSERT INTO concern (id, at, school, about, body, contact, reader)
          SELECT 'w' || #, now() - make_interval(hours => n), 's' || #, 'child', 'Words.', '', 'h' || # FROM generate_series(1, 5000) n""",
          """
          INSERT INTO interest (id, programme, school_name, town, phase, character, head_name, email, phone, years, hopes, at)
          SELECT 'y' || #, pl.id, 'New ' || n, 'Town', 'primary', 'non-denominational', 'Head', 'h@n.example', '1', '4', 'To meet', now()
          FROM generate_series(1, 5000) n JOIN place pl ON pl.k = n % 28 + 1""",
          """
          INSERT INTO audit (at, who, what, subject)
          SELECT now() - make_interval(mins => n), 'h' || lpad((n % 5000 + 1)::text, 11, '0'),
            (ARRAY['class.change', 'school.change', 'adult.named', 'help.take', 'link.make'])[n % 5 + 1],
            CASE WHEN n % 2 = 0 THEN 's' ELSE 'c' END || lpad((n % 5000 + 1)::text, 11, '0') FROM generate_series(1, 100000) n""",
          """
          INSERT INTO audit_place SELECT p.place, a.id FROM audit a JOIN school_class c ON c.id = a.subject JOIN school s ON s.id = c.school,
            LATERAL (VALUES (s.id), (s.programme)) p (place) ON CONFLICT DO NOTHING""",
          """
          INSERT INTO audit_place SELECT p.place, a.id FROM audit a JOIN school s ON s.id = a.subject,
            LATERAL (VALUES (s.id), (s.programme)) p (place) ON CONFLICT DO NOTHING""",
          "ALTER TABLE audit ENABLE TRIGGER ALL");

  private final String url;

  private BigNetwork(String url) {
    this.url = url;
  }

  /// Fill a database that holds the demo.
  static BigNetwork fill(String database) {
    var network = new BigNetwork(database);
    try (var connection = network.open()) {
      for (String sql : STATEMENTS) {
        run(connection, sql.replace("#", ID));
      }
      run(connection, "VACUUM ANALYZE");
      return network;
    } catch (SQLException fault) {
      throw new IllegalStateException("the great network cannot be made", fault);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException fault) {
      throw new SQLException(sql, fault);
    }
  }

  private Connection open() throws SQLException {
    var at = URI.create(url);
    var user = at.getUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s?user=%s&password=%s"
            .formatted(at.getHost(), at.getPort(), at.getPath(), user[0], user[1]));
  }

  /// Have every new connection explain what it runs, or no longer.
  void explaining(boolean on) {
    String name = URI.create(url).getPath().substring(1);
    String all = "ALTER DATABASE \"" + name + "\" ";
    try (var connection = open()) {
      if (on) {
        run(connection, all + "SET session_preload_libraries = 'auto_explain'");
        run(connection, all + "SET auto_explain.log_min_duration = 0");
        run(connection, all + "SET auto_explain.log_analyze = on");
        run(connection, all + "SET auto_explain.log_nested_statements = on");
      } else {
        run(connection, all + "RESET ALL");
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("its plans cannot be asked for", fault);
    }
  }

  /// The tables that no page may read from end to end, by their names.
  List<String> large() {
    return List.copyOf(
        pairs("SELECT relname, '' FROM pg_class WHERE relkind = 'r' AND reltuples >= " + LARGE)
            .keySet());
  }

  /// What the addresses of pages name: the demo's own link, its next session, and so on.
  Map<String, String> ids() {
    return pairs(
        """
        WITH c AS (SELECT c.id, c.school, lc.link, s.programme FROM school_class c JOIN link_class lc ON lc.class = c.id
          JOIN school s ON s.id = c.school WHERE c.label = '4B')
        SELECT ':link', link FROM c UNION ALL SELECT ':class', id FROM c UNION ALL SELECT ':school', school FROM c
        UNION ALL SELECT ':programme', programme FROM c UNION ALL SELECT ':session',
          (SELECT x.id FROM session x, c WHERE x.link = c.link AND x.state NOT IN ('ended', 'cancelled') ORDER BY x.starts_at LIMIT 1)
        UNION ALL SELECT ':check', (SELECT k.id FROM kit_check k, c WHERE k.programme = c.programme LIMIT 1)""");
  }

  private Map<String, String> pairs(String sql) {
    try (var connection = open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var pairs = new LinkedHashMap<String, String>();
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
      return pairs;
    } catch (SQLException fault) {
      throw new IllegalStateException("it cannot be read", fault);
    }
  }
}
