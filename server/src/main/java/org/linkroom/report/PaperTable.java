package org.linkroom.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.jspecify.annotations.Nullable;
import org.linkroom.report.PaperWriting.Cell;

/// Writes one table: its head again on each page, a line of it never on two.
final class PaperTable {
  private static final float POINTS = 9;

  private final PaperWriting paper;
  private final Lettering letters;
  private final Tagging tags;

  PaperTable(PaperWriting paper, Lettering letters, Tagging tags) {
    this.paper = paper;
    this.letters = letters;
    this.tags = tags;
  }

  void write(Table table, float whole) throws IOException {
    var widths = widths(table, whole);
    var names = table.columns().stream().map(Table.Column::name).toList();
    var head = cells(table, names, widths, true);
    var element = tags.add(tags.whole(), "Table");
    paper.room(height(head) * 2);
    line(head, widths, tags.add(element, "TR"), true);
    for (Table.Row row : table.rows()) {
      line(head, cells(table, row.cells(), widths, false), widths, element);
    }
    if (!table.total().isEmpty()) {
      line(head, cells(table, table.total(), widths, true), widths, element);
    }
  }

  /// A line, on a new page below the head.
  private void line(List<Cell> head, List<Cell> cells, float[] widths, PDStructureElement table)
      throws IOException {
    if (paper.room(height(cells))) {
      line(head, widths, null, true);
    }
    line(cells, widths, tags.add(table, "TR"), false);
  }

  /// @param row none: it stands there for the eye only
  private void line(
      List<Cell> cells, float[] widths, @Nullable PDStructureElement row, boolean head)
      throws IOException {
    float x = PaperWriting.left();
    for (int i = 0; i < cells.size(); i++) {
      paper.begin(row == null ? null : part(row, i, head));
      paper.cell(cells.get(i), x, widths[i] - PaperWriting.gap(), POINTS);
      paper.end();
      x += widths[i];
    }
    paper.below(height(cells), x - PaperWriting.left() - PaperWriting.gap());
  }

  private PDStructureElement part(PDStructureElement row, int column, boolean head) {
    if (head) {
      return tags.heading(row, PDTableAttributeObject.SCOPE_COLUMN);
    }
    return column == 0 ? tags.heading(row, PDTableAttributeObject.SCOPE_ROW) : tags.add(row, "TD");
  }

  private static float height(List<Cell> cells) {
    int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
    return PaperWriting.height(lines, POINTS);
  }

  private List<Cell> cells(Table table, List<String> texts, float[] widths, boolean heavy)
      throws IOException {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < texts.size(); i++) {
      float most = (widths[i] - PaperWriting.gap()) / POINTS;
      var lines = letters.lines(texts.get(i), heavy, most);
      cells.add(new Cell(lines, table.columns().get(i).number(), heavy));
    }
    return cells;
  }

  private float[] widths(Table table, float whole) throws IOException {
    int n = table.columns().size();
    var words = new float[n];
    var wanted = new float[n];
    for (int i = 0; i < n; i++) {
      int column = i;
      var texts =
          Stream.concat(
                  table.rows().stream().map(row -> row.cells().get(column)),
                  table.total().stream().skip(column).limit(1))
              .distinct()
              .toList();
      String name = table.columns().get(i).name();
      words[i] = letters.widest(name, true);
      for (String text : texts) {
        words[i] = Math.max(words[i], letters.widest(text, true));
        wanted[i] = Math.max(wanted[i], letters.width(text, true));
      }
      words[i] = words[i] * POINTS + PaperWriting.gap();
      wanted[i] = Math.max(words[i], wanted[i] * POINTS + PaperWriting.gap());
    }
    return Widths.share(words, wanted, whole + PaperWriting.gap());
  }
}
