package org.linkroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.linkroom.report.Table.Column;
import org.linkroom.report.Table.Kind;
import org.linkroom.report.Table.Row;

/// What is printed can be read again: by people, by programs, and aloud.
class PaperTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Adult", Kind.TEXT),
          new Column("Class", Kind.TEXT),
          new Column("Minutes", Kind.SUM));

  private static Sheet sheet(Row... rows) {
    var table = Table.of("Adults", COLUMNS, List.of(rows)).summed("All together");
    return new Sheet("Records of Hilltop Primary", List.of(table), List.of("A note."));
  }

  private static byte[] paper(Sheet sheet) {
    return Paper.of(sheet, (page, pages) -> "Page " + page + " of " + pages, NOW);
  }

  private static <T> T read(byte[] paper, Function<PDDocument, T> how) {
    try (var document = Loader.loadPDF(paper)) {
      return how.apply(document);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String text(PDDocument document) {
    try {
      return new PDFTextStripper().getText(document);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String text(Sheet sheet) {
    return read(paper(sheet), PaperTest::text);
  }

  @Test
  void namesOfEverybodyInEnglandAreReadAgainAsTheyAreWritten() {
    for (String name :
        List.of(
            "Łukasz Wiśniewski",
            "Zoë O’Neil-Griffin",
            "Siân Ffion",
            "Nguyễn Thị Ánh",
            "Şükrü Çağlar",
            "Ștefan Ionuț",
            "Δημήτρης",
            "Владимир")) {
      assertThat(text(sheet(Row.of("", name, "4B", 3)))).as(name).contains(name);
    }
  }

  @Test
  void aLetterThatNoFontHasIsABoxAndKeepsNothingFromBeingPrinted() {
    assertThat(text(sheet(Row.of("", "Miss 漢字 😀 Khan", "4\nB\u0000", 3))))
        .contains("Miss □□ □ Khan", "4 B");
  }

  @Property(tries = 60)
  void whateverANameHoldsItIsPrinted(@ForAll List<String> names) {
    var rows = names.stream().map(name -> Row.of("", name, name, 7)).toArray(Row[]::new);
    assertThat(text(sheet(rows))).contains("Records of Hilltop Primary", "A note.", "Page 1 of");
  }

  private static Row[] many(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> Row.of("", "Adult number " + i, "4B", 1))
        .toArray(Row[]::new);
  }

  @Test
  void manyLinesGoOverManyPagesEachWithItsHeadAndNumber() {
    byte[] paper = paper(sheet(many(300)));
    int pages = read(paper, PDDocument::getNumberOfPages);
    assertThat(pages).isBetween(5, 12);
    String text = read(paper, PaperTest::text);
    assertThat(text).contains("Adult number 0 ", "Adult number 299 ", "All together 300");
    assertThat(text.split("Adult Class Minutes", -1)).hasSize(pages + 1);
    assertThat(text).contains("Page 1 of " + pages, "Page " + pages + " of " + pages);
  }

  @Test
  void itSaysWhatItIsAndInWhichLanguage() {
    byte[] paper = paper(sheet(many(2)));
    read(
        paper,
        document -> {
          var catalog = document.getDocumentCatalog();
          assertThat(document.getDocumentInformation().getTitle())
              .isEqualTo("Records of Hilltop Primary");
          assertThat(document.getDocumentInformation().getCreationDate().toInstant())
              .isEqualTo(NOW);
          assertThat(catalog.getLanguage()).isEqualTo("en-GB");
          assertThat(catalog.getMarkInfo().isMarked()).isTrue();
          assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
          return "";
        });
  }

  private static List<String> types(PDStructureNode node) {
    var types = new ArrayList<String>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        types.addAll(types(element));
      }
    }
    return types;
  }

  @Test
  void aTableIsReadAloudAsATable() {
    byte[] paper = paper(sheet(many(60)));
    var types =
        read(paper, document -> types(document.getDocumentCatalog().getStructureTreeRoot()));
    assertThat(types.subList(0, 3)).containsExactly("Document", "H1", "Table");
    assertThat(types.stream().filter("TR"::equals)).hasSize(62);
    assertThat(types.stream().filter("TH"::equals)).hasSize(3 + 61);
    assertThat(types.stream().filter("TD"::equals)).hasSize(2 * 61);
    assertThat(types).endsWith("P");
  }

  @Test
  void everyFontIsCarriedAlong() {
    byte[] paper = paper(sheet(Row.of("", "Владимир", "4B", 3)));
    read(
        paper,
        document -> {
          for (PDPage page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
              assertThat(font(page, name).isEmbedded()).isTrue();
            }
          }
          return "";
        });
    assertThat(paper.length).as("only the letters that are used").isLessThan(60_000);
  }

  private static org.apache.pdfbox.pdmodel.font.PDFont font(
      PDPage page, org.apache.pdfbox.cos.COSName name) {
    try {
      return page.getResources().getFont(name);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Property
  void columnsShareThePaperAndNoneGoesBeyondIt(@ForAll("columns") float[][] columns) {
    float[] shares = Widths.share(columns[0], columns[1], 500);
    float sum = 0;
    for (float share : shares) {
      assertThat(share).isPositive();
      sum += share;
    }
    assertThat(sum).isBetween(499f, 501f);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<float[][]> columns() {
    var word = net.jqwik.api.Arbitraries.floats().between(5, 200);
    var more = net.jqwik.api.Arbitraries.floats().between(0, 400);
    return net.jqwik.api.Combinators.combine(
            word.array(float[].class).ofSize(6), more.array(float[].class).ofSize(6))
        .as(
            (words, extra) -> {
              var cells = new float[words.length];
              for (int i = 0; i < cells.length; i++) {
                cells[i] = words[i] + extra[i];
              }
              return new float[][] {words, cells};
            });
  }
}
