package org.linkroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads in PostgreSQL's log, where it was told to explain each statement as it ran, which
/// statements read a large table from end to end: row after row, or along an index without a
/// condition on it. One that stops early, as its page needs no more, is none of them.
final class Plans {
  private static final int SHOWN = 200;
  private static final Pattern QUERY = Pattern.compile("Query Text: (.*)");
  private static final Pattern NODE =
      Pattern.compile("\\(cost=.*actual time=\\S+ rows=([\\d.]+) loops=(\\d+)\\)");
  private static final Pattern SCAN =
      Pattern.compile("(?:Seq Scan|Index (?:Only )?Scan(?: Backward)? using \\w+) on (\\w+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: ([\\d.]+)");

  private final Path log;
  private final long begin;

  private Plans(Path log, long begin) {
    this.log = log;
    this.begin = begin;
  }

  /// Those that run from now on.
  static Plans from(Path log) throws IOException {
    return new Plans(log, Files.size(log));
  }

  /// A table that was read from end to end.
  ///
  /// @param statement that did it, in one line
  /// @param step of its plan
  record Read(String table, String statement, String step) {
    String shown() {
      int end = Math.min(SHOWN, statement.length());
      return table + ": " + statement.substring(0, end) + "\n    " + step;
    }
  }

  /// Those of some tables, each once for each statement.
  ///
  /// @throws IllegalStateException where nothing was explained
  List<Read> wholeReads(Collection<String> large) throws IOException {
    var found = new TreeMap<String, Read>();
    var steps = steps();
    if (steps.isEmpty()) {
      throw new IllegalStateException("PostgreSQL explained nothing, see " + log);
    }
    for (Step step : steps) {
      if (step.rows >= BigNetwork.LARGE && large.contains(step.table)) {
        String statement = step.statement.replaceAll("\\s+", " ");
        found.putIfAbsent(
            step.table + ": " + statement, new Read(step.table, statement, step.line));
      }
    }
    return List.copyOf(found.values());
  }

  private List<Step> steps() throws IOException {
    var steps = new ArrayList<Step>();
    var query = new StringBuilder();
    boolean text = false;
    for (String line : lines()) {
      var begins = QUERY.matcher(line);
      var node = NODE.matcher(line);
      if (begins.find()) {
        query = new StringBuilder(begins.group(1));
        text = true;
      } else if (line.contains("(cost=")) {
        text = false;
        double rows = node.find() ? read(node.group(1), node.group(2)) : 0;
        var scan = SCAN.matcher(line);
        steps.add(new Step(scan.find() ? scan.group(1) : "", query.toString(), line.strip(), rows));
      } else if (line.contains("Query Parameters: ")) {
        text = false;
      } else if (text) {
        query.append(' ').append(line.strip());
      } else if (!steps.isEmpty()) {
        steps.getLast().also(line);
      }
    }
    return steps;
  }

  private List<String> lines() throws IOException {
    try (var in = Files.newInputStream(log)) {
      in.skipNBytes(begin);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static double read(String rows, String loops) {
    return Double.parseDouble(rows) * Double.parseDouble(loops);
  }

  /// One step of a plan. What it read is what it gave on and what its filter kept back, each time
  /// that it ran.
  private static final class Step {
    private final String table;
    private final String statement;
    private final String line;
    private double rows;

    Step(String table, String statement, String line, double rows) {
      this.table = table;
      this.statement = statement;
      this.line = line;
      this.rows = rows;
    }

    /// Read a line that stands below the step's own.
    void also(String below) {
      var removed = REMOVED.matcher(below);
      if (below.contains("Index Cond: ")) {
        rows = 0;
      } else if (removed.find()) {
        var own = NODE.matcher(line);
        rows += own.find() ? read(removed.group(1), own.group(2)) : 0;
      }
    }
  }
}
