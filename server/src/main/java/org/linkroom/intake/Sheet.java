package org.linkroom.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table as people send it: CSV in UTF-8 or as Excel writes it, with commas, semicolons or tabs.
public sealed interface Sheet {
  /// Lines at most, besides the head.
  int MOST = 2000;

  /// Columns at most, known or not.
  int COLUMNS = 60;

  /// What could be read.
  ///
  /// @param unknown heads of columns that mean nothing to us and are left out
  record Read(List<Row> rows, List<String> unknown) implements Sheet {}

  /// What could not, and why.
  ///
  /// @param key the last part of the key of its sentence
  record Unreadable(String key, List<String> values) implements Sheet {
    private static Unreadable of(String key, String... values) {
      return new Unreadable(key, List.of(values));
    }
  }

  /// The text of some bytes: UTF-16 where its mark says so, UTF-8 where it fits, else Windows-1252,
  /// in which every byte is some letter.
  static String text(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /// Read a table from its text.
  static Sheet of(String text) {
    if (text.indexOf('\0') >= 0 || text.startsWith("PK\u0003")) {
      return Unreadable.of("workbook");
    }
    var told = told(text);
    String body = told.isPresent() ? text.substring(text.indexOf('\n') + 1) : text;
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(told.orElseGet(() -> delimiter(text)))
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();
    try (var parser = CSVParser.parse(body, format)) {
      return read(parser, told.isPresent() ? 1 : 0);
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      return Unreadable.of("broken");
    }
  }

  /// What Excel writes into a first line of its own: `sep=;`.
  private static Optional<Character> told(String text) {
    return text.matches("(?s)(?i)sep=[,;\\t]\\r?\\n.*")
        ? Optional.of(text.charAt(4))
        : Optional.empty();
  }

  /// The sign that stands most often in the first line that is not blank.
  private static char delimiter(String text) {
    String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char sign : new char[] {',', ';', '\t'}) {
      if (count(head, sign) > count(head, best)) {
        best = sign;
      }
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  private static Sheet read(CSVParser parser, int before) {
    var rows = new ArrayList<Row>();
    List<Optional<Column>> heads = List.of();
    var unknown = new ArrayList<String>();
    int line = before + 1;
    for (CSVRecord record : parser) {
      int at = line;
      line = before + Math.toIntExact(parser.getCurrentLineNumber()) + 1;
      if (record.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (heads.isEmpty()) {
        heads = record.stream().limit(COLUMNS + 1L).map(Column::named).toList();
        var wrong = wrong(heads);
        if (wrong.isPresent()) {
          return wrong.get();
        }
        unknown.addAll(unknown(record));
      } else if (rows.size() == MOST) {
        return Unreadable.of("long", Integer.toString(MOST));
      } else {
        rows.add(row(at, heads, record));
      }
    }
    return rows.isEmpty() ? Unreadable.of("empty") : new Read(List.copyOf(rows), unknown);
  }

  private static Optional<Sheet> wrong(List<Optional<Column>> heads) {
    if (heads.size() > COLUMNS || !heads.contains(Optional.of(Column.SCHOOL))) {
      return Optional.of(Unreadable.of("heads"));
    }
    var seen = new HashSet<Column>();
    return heads.stream()
        .flatMap(Optional::stream)
        .filter(column -> !seen.add(column))
        .findFirst()
        .map(twice -> Unreadable.of("twice", twice.word()));
  }

  private static List<String> unknown(CSVRecord heads) {
    return heads.stream()
        .filter(head -> !head.isBlank() && Column.named(head).isEmpty())
        .map(head -> head.substring(0, head.offsetByCodePoints(0, Math.min(60, length(head)))))
        .toList();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Row row(int line, List<Optional<Column>> heads, CSVRecord record) {
    var cells = new EnumMap<Column, String>(Column.class);
    boolean beyond = false;
    for (int i = 0; i < record.size(); i++) {
      String cell = record.get(i).strip();
      if (i >= heads.size()) {
        beyond |= !cell.isEmpty();
      } else if (!cell.isEmpty()) {
        heads.get(i).ifPresent(column -> cells.put(column, cell));
      }
    }
    return new Row(line, cells, beyond);
  }
}
