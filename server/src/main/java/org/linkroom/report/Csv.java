package org.linkroom.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A sheet for a spreadsheet: RFC 4180, in UTF-8 with the mark by which Excel knows it. Sums and
/// notes are left out, for a spreadsheet sums by itself; of several tables, each line begins with
/// the name of its own.
public final class Csv {
  private static final String MARK = "\uFEFF";

  /// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /// Write it.
  ///
  /// @param first the name of the column that holds the tables' names, where there are several
  public static String of(Sheet sheet, String first) {
    var text = new StringBuilder(MARK);
    boolean several = sheet.tables().size() > 1;
    try (var out = new CSVPrinter(text, CSVFormat.RFC4180)) {
      var names = sheet.tables().getFirst().columns().stream().map(Table.Column::name).toList();
      out.printRecord(line(several, first, names));
      for (Table table : sheet.tables()) {
        for (Table.Row row : table.rows()) {
          out.printRecord(line(several, table.name(), row.cells()));
        }
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return text.toString();
  }

  private static List<String> line(boolean several, String first, List<String> cells) {
    var line = new ArrayList<String>();
    if (several) {
      line.add(harmless(first));
    }
    cells.forEach(cell -> line.add(harmless(cell)));
    return line;
  }

  /// A name that begins like a formula gets an apostrophe, so that no spreadsheet reckons it.
  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
