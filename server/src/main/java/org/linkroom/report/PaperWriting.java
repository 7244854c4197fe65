package org.linkroom.report;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/// Writes one sheet from the top of its first page to the foot of its last. Lengths are points.
final class PaperWriting {
  private static final float EDGE = 42;
  private static final float FOOT = 24;
  private static final float LEADING = 1.3f;
  private static final float GAP = 8;
  private static final float PAD = 3;

  /// Lines of one cell: more are cut off, so that a line of the table fits on a page.
  private static final int MOST_LINES = 24;

  private final PDDocument document;
  private final Tagging tags;
  private final Lettering letters;
  private final PDRectangle size;
  private PDPage page;
  private PDPageContentStream out;
  private float y;

  PaperWriting(PDDocument document, Tagging tags, boolean wide) throws IOException {
    this.document = document;
    this.tags = tags;
    letters = new Lettering(document);
    var upright = PDRectangle.A4;
    size =
        wide
            ? new PDRectangle(/* width= */ upright.getHeight(), /* height= */ upright.getWidth())
            : upright;
    page = new PDPage(size);
    document.addPage(page);
    out = new PDPageContentStream(document, page);
    y = size.getHeight() - EDGE;
  }

  void write(Sheet sheet) throws IOException {
    paragraph("H1", sheet.title(), 18, true);
    for (Table table : sheet.tables()) {
      if (sheet.tables().size() > 1) {
        // A heading stays with the beginning of its table.
        room(90);
        y -= 6;
        paragraph("H2", table.name(), 12, true);
      }
      new PaperTable(this, letters, tags).write(table, size.getWidth() - 2 * EDGE);
      y -= 8;
    }
    for (String note : sheet.notes()) {
      paragraph("P", note, 9, false);
    }
  }

  private void paragraph(String type, String text, float points, boolean heavy) throws IOException {
    var lines = letters.lines(text, heavy, (size.getWidth() - 2 * EDGE) / points);
    room(lines.size() * points * LEADING);
    begin(tags.add(tags.whole(), type));
    for (String line : lines) {
      y -= points * LEADING;
      text(line, EDGE, y, points, heavy);
    }
    end();
    y -= points / 2;
  }

  /// Make sure that there is room for so much, on this page or on a new one.
  ///
  /// @return whether a new page begins
  boolean room(float height) throws IOException {
    if (y - height >= EDGE + FOOT) {
      return false;
    }
    out.close();
    page = new PDPage(size);
    document.addPage(page);
    out = new PDPageContentStream(document, page);
    y = size.getHeight() - EDGE;
    return true;
  }

  /// What is drawn until `end` is this part of the document; nothing: it is of the paper.
  void begin(@Nullable PDStructureElement element) throws IOException {
    if (element == null) {
      Tagging.decoration(out);
    } else {
      tags.begin(page, out, element);
    }
  }

  void end() throws IOException {
    Tagging.end(out);
  }

  /// The height of a line of the table with so many lines of text in it.
  static float height(int lines, float points) {
    return lines * points * LEADING + 2 * PAD;
  }

  /// Draw a cell's lines below here, from the left or up to the right.
  void cell(Cell cell, float x, float width, float points) throws IOException {
    float base = y - PAD - points;
    for (String line : cell.lines()) {
      float from = cell.right() ? x + width - letters.width(line, cell.heavy()) * points : x;
      text(line, from, base, points, cell.heavy());
      base -= points * LEADING;
    }
  }

  /// A cell as it is drawn.
  record Cell(List<String> lines, boolean right, boolean heavy) {
    Cell {
      lines = lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
    }
  }

  /// Go below a line of the table and draw its rule.
  void below(float height, float width) throws IOException {
    y -= height;
    Tagging.decoration(out);
    out.setLineWidth(0.5f);
    out.setStrokingColor(0.6f);
    out.moveTo(EDGE, y);
    out.lineTo(EDGE + width, y);
    out.stroke();
    Tagging.end(out);
  }

  /// Where columns begin.
  static float left() {
    return EDGE;
  }

  /// Between two columns.
  static float gap() {
    return GAP;
  }

  private void text(String text, float x, float base, float points, boolean heavy)
      throws IOException {
    out.beginText();
    out.newLineAtOffset(x, base);
    for (Lettering.Run run : letters.runs(text, heavy)) {
      out.setFont(run.font(), points);
      out.showText(run.text());
    }
    out.endText();
  }

  /// Number the pages, once all are written.
  void close(Paper.Foot foot) throws IOException {
    out.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      out =
          new PDPageContentStream(
              document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
      Tagging.decoration(out);
      text(foot.of(i + 1, pages), EDGE, EDGE - 8, 8, false);
      Tagging.end(out);
      out.close();
    }
  }
}
