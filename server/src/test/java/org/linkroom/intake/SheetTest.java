package org.linkroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables are read as people's programs write them, or it is said kindly why not.
class SheetTest {
  private static Sheet.Read read(String text) {
    return (Sheet.Read) Sheet.of(text);
  }

  private static String unreadable(String text) {
    return ((Sheet.Unreadable) Sheet.of(text)).key();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "School,Town~St Anne’s,Leeds",
        "School;Town~St Anne’s;Leeds",
        "'sep=;~School;Town~St Anne’s;Leeds'",
        "' school , TOWN ~ St Anne’s , Leeds '",
        "'~~School,Town~~\"St Anne’s\",Leeds~~'",
        "'Town,School~Leeds,St Anne’s,'",
      })
  void whateverTheSignBetweenTheCells(String text) {
    var rows = read(text.replace('~', '\n')).rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().get(Column.SCHOOL)).isEqualTo("St Anne’s");
    assertThat(rows.getFirst().get(Column.TOWN)).isEqualTo("Leeds");
  }

  @Test
  void whateverTheLettersAreWrittenIn() {
    String text = "School;Town\r\nSt Anne’s;Café\r\n";
    for (byte[] bytes :
        new byte[][] {
          text.getBytes(StandardCharsets.UTF_8),
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
          text.getBytes(Charset.forName("windows-1252")),
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
          ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
        }) {
      assertThat(Sheet.text(bytes)).isEqualTo(text);
    }
  }

  @Test
  void aLineIsKnownByWhereItBegins() {
    var rows = read("School,Town\n\nA,\"Le\neds\"\nB,C\n").rows();
    assertThat(rows).extracting(Row::line).containsExactly(3, 5);
    assertThat(read("sep=,\nSchool,Town\nA,B").rows().getFirst().line()).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThat(unreadable("PK\u0003\u0004 xl/workbook.xml")).isEqualTo("workbook");
    assertThat(unreadable("")).isEqualTo("empty");
    assertThat(unreadable("School,Town\n\n")).isEqualTo("empty");
    assertThat(unreadable("Name,Town\nA,B")).isEqualTo("heads");
    assertThat(unreadable("School,school\nA,B")).isEqualTo("twice");
    assertThat(unreadable("School,Town\n\"A\"b,\"c")).isEqualTo("broken");
    assertThat(unreadable("School\n" + "A\n".repeat(Sheet.MOST + 1))).isEqualTo("long");
    assertThat(read("School\n" + "A\n".repeat(Sheet.MOST)).rows()).hasSize(Sheet.MOST);
  }

  @Test
  void columnsThatMeanNothingAreNamedAndLeftOut() {
    assertThat(read("School,Colour,Town\nA,red,B").unknown()).containsExactly("Colour");
    assertThat(read("School\nA,red").rows().getFirst().beyond()).isTrue();
  }

  @Test
  void theSampleHasEveryColumn() throws IOException {
    try (var in = Sheet.class.getResourceAsStream("/intake/sample.csv")) {
      var read = read(Sheet.text(Objects.requireNonNull(in).readAllBytes()));
      assertThat(read.unknown()).isEmpty();
      assertThat(read.rows().getFirst().cells().keySet()).containsExactly(Column.values());
    }
  }

  @Property(tries = 300)
  void noBytesAreAFault(@ForAll @Size(max = 400) byte[] bytes) {
    assertThat(Sheet.of(Sheet.text(bytes))).isNotNull();
  }
}
