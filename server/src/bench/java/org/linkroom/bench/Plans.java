package org.linkroom.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// Listens to what the embedded PostgreSQL says, where it was told to explain each statement as it
/// ran, and finds those that read a large table from end to end.
final class Plans extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Pattern QUERY = Pattern.compile("Query Text: (.*)");
  private static final Pattern SCAN =
      Pattern.compile("Seq Scan on (\\w+).*actual time=\\S+ rows=[\\d.]+ loops=(\\d+)");
  private static final int SHOWN = 120;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger log;
  private final Level level;

  private Plans() {
    log = (Logger) LoggerFactory.getLogger("io.zonky.test.db.postgres.embedded");
    level = log.getLevel();
  }

  /// Begin to listen.
  static Plans listen() {
    var plans = new Plans();
    plans.start();
    plans.log.setLevel(Level.INFO);
    plans.log.setAdditive(false);
    plans.log.addAppender(plans);
    return plans;
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.getFormattedMessage().lines().forEach(lines::add);
  }

  /// How many lines were heard.
  int heard() {
    return lines.size();
  }

  /// Each large table that was read from end to end, with the statement that did it.
  List<String> wholeReads(Collection<String> large) {
    var found = new TreeMap<String, String>();
    String query = "";
    boolean text = false;
    for (String line : lines) {
      var begins = QUERY.matcher(line);
      var scan = SCAN.matcher(line);
      if (begins.find()) {
        query = begins.group(1);
        text = true;
      } else if (line.contains("(cost=")) {
        text = false;
      } else if (text) {
        query += " " + line.strip();
      }
      if (scan.find() && large.contains(scan.group(1)) && !scan.group(2).equals("0")) {
        found.putIfAbsent(scan.group(1) + ": " + query, line.strip());
      }
    }
    return found.entrySet().stream().map(Plans::shown).toList();
  }

  private static String shown(Map.Entry<String, String> entry) {
    String all = entry.getKey().replaceAll("\\s+", " ");
    return all.substring(0, Math.min(all.length(), SHOWN)) + "\n    " + entry.getValue();
  }

  @Override
  public void close() {
    log.detachAppender(this);
    log.setAdditive(true);
    log.setLevel(level);
    stop();
  }
}
