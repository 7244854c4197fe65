package org.linkroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.linkroom.report.Table.Column;
import org.linkroom.report.Table.Kind;
import org.linkroom.report.Table.Row;

class CsvTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("Name", Kind.TEXT), new Column("Minutes", Kind.SUM));

  private static Sheet sheet(Row... rows) {
    return new Sheet("Title", List.of(Table.of("One", COLUMNS, List.of(rows))), List.of("Note"));
  }

  private static List<CSVRecord> read(String text) {
    assertThat(text).startsWith("\uFEFF");
    try (var in = CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
      return in.getRecords();
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }

  @Test
  void namesComeThroughAsTheyAreWritten() {
    String name = "Łukasz \"Zoë\", O'Neil\nof 4B";
    assertThat(read(Csv.of(sheet(Row.of("", name, 3)), "What")).get(1).toList())
        .containsExactly(name, "3");
  }

  @Property(tries = 300)
  void noCellIsEverAFormula(@ForAll List<String> names) {
    var rows = names.stream().map(name -> Row.of("", name, 1)).toArray(Row[]::new);
    var lines = read(Csv.of(sheet(rows), "=1+1"));
    assertThat(lines).hasSize(names.size() + 1);
    for (CSVRecord line : lines) {
      assertThat(line.get(0)).doesNotMatch("(?s)[=+@\\t\\r\\n-].*");
    }
  }

  @Test
  void aFormulaGetsAnApostropheAndNothingElseIsChanged() {
    for (String cell : List.of("=1+1", "+44", "-1", "@SUM", "\tx", "\rx")) {
      assertThat(Csv.harmless(cell)).isEqualTo("'" + cell);
    }
    for (String cell : List.of("", "4B", "a=b", "Kind hands - open ears", "'quoted")) {
      assertThat(Csv.harmless(cell)).isEqualTo(cell);
    }
  }

  @Test
  void ofSeveralTablesEachLineBeginsWithTheNameOfItsOwn() {
    var one = Table.of("Links", COLUMNS, List.of(Row.of("", "Within", 2)));
    var two = Table.of("Schools", COLUMNS, List.of(Row.of("", "Primary", 5)));
    var lines = read(Csv.of(new Sheet("All", List.of(one, two), List.of()), "What"));
    assertThat(lines.stream().map(line -> String.join("|", line.toList())))
        .containsExactly("What|Name|Minutes", "Links|Within|2", "Schools|Primary|5");
  }

  @Test
  void aSpreadsheetSumsByItself() {
    var table = Table.of("One", COLUMNS, List.of(Row.of("", "A", 2), Row.of("", "B", 40)));
    var summed = table.summed("All");
    assertThat(summed.total()).containsExactly("All", "42");
    assertThat(read(Csv.of(new Sheet("S", List.of(summed), List.of()), "What"))).hasSize(3);
  }

  @Test
  void aTableHasACellForEachColumnAndTablesOfASheetTheSameColumns() {
    var rows = List.of(Row.of("", "A"));
    assertThatThrownBy(() -> Table.of("One", COLUMNS, rows)).hasMessageContaining("cell");
    var one = Table.of("One", COLUMNS, List.of());
    var other = Table.of("Other", List.of(new Column("Name", Kind.TEXT)), List.of());
    assertThatThrownBy(() -> new Sheet("S", List.of(one, other), List.of()))
        .hasMessageContaining("same columns");
  }
}
