package org.linkroom.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// The letters of one document: Atkinson Hyperlegible as on every page of ours, Liberation Sans
/// (which comes with PDFBox) for what it has not, such as Greek and Cyrillic, and a box for what
/// neither has. So no name, however it is written, keeps a document from being made.
final class Lettering {
  /// Stands for a letter that is in none of the fonts.
  static final int BOX = 0x25A1;

  private static final byte[] REGULAR = bytes("/fonts/atkinson-400.ttf");
  private static final byte[] BOLD = bytes("/fonts/atkinson-700.ttf");
  private static final String OTHER = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument document;
  private final PDType0Font regular;
  private final PDType0Font bold;
  private @Nullable PDType0Font other;
  private final Map<String, Float> regularWidths = new HashMap<>();
  private final Map<String, Float> boldWidths = new HashMap<>();

  /// A piece of text in one font.
  record Run(PDType0Font font, String text) {}

  Lettering(PDDocument document) throws IOException {
    this.document = document;
    regular = PDType0Font.load(document, new ByteArrayInputStream(REGULAR), true);
    bold = PDType0Font.load(document, new ByteArrayInputStream(BOLD), true);
  }

  private static byte[] bytes(String path) {
    try (var in = open(path)) {
      return in.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static InputStream open(String path) {
    return Objects.requireNonNull(Lettering.class.getResourceAsStream(path), path);
  }

  private PDType0Font other() throws IOException {
    if (other == null) {
      try (var in = open(OTHER)) {
        other = PDType0Font.load(document, in, true);
      }
    }
    return other;
  }

  private static boolean has(PDType0Font font, int letter) {
    var map = font.getCmapLookup();
    return map != null && map.getGlyphId(letter) != 0;
  }

  /// A text in pieces, each in the font that has its letters.
  List<Run> runs(String text, boolean heavy) throws IOException {
    var runs = new ArrayList<Run>();
    var piece = new StringBuilder();
    PDType0Font font = heavy ? bold : regular;
    PDType0Font current = font;
    for (int letter : plain(text)) {
      PDType0Font needed = has(font, letter) ? font : other();
      if (needed != current && !piece.isEmpty()) {
        runs.add(new Run(current, piece.toString()));
        piece.setLength(0);
      }
      current = needed;
      piece.appendCodePoint(has(needed, letter) ? letter : BOX);
    }
    if (!piece.isEmpty()) {
      runs.add(new Run(current, piece.toString()));
    }
    return runs;
  }

  /// Composed, in one line, and without what has no shape of its own.
  private static int[] plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(letter -> Character.getType(letter) != Character.FORMAT)
        .map(letter -> shapeless(letter) ? ' ' : letter)
        .toArray();
  }

  private static boolean shapeless(int letter) {
    return Character.isISOControl(letter)
        || Character.isWhitespace(letter)
        || Character.isSpaceChar(letter);
  }

  /// How wide a text is, in points at a size of one.
  float width(String text, boolean heavy) throws IOException {
    var known = heavy ? boldWidths : regularWidths;
    Float before = known.get(text);
    if (before != null) {
      return before;
    }
    float sum = 0;
    for (Run run : runs(text, heavy)) {
      sum += run.font().getStringWidth(run.text()) / 1000;
    }
    known.put(text, sum);
    return sum;
  }

  /// The widest word of a text.
  float widest(String text, boolean heavy) throws IOException {
    float most = 0;
    for (String word : text.split("\\s+")) {
      most = Math.max(most, width(word, heavy));
    }
    return most;
  }

  /// A text in lines of at most a width; a word that is wider than that is broken.
  List<String> lines(String text, boolean heavy, float most) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      for (String part : broken(word, heavy, most)) {
        String longer = line.isEmpty() ? part : line + " " + part;
        if (!line.isEmpty() && width(longer, heavy) > most) {
          lines.add(line.toString());
          longer = part;
        }
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private List<String> broken(String word, boolean heavy, float most) throws IOException {
    if (width(word, heavy) <= most) {
      return List.of(word);
    }
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (int letter : word.codePoints().toArray()) {
      String longer = part + Character.toString(letter);
      if (!part.isEmpty() && width(longer, heavy) > most) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.appendCodePoint(letter);
    }
    parts.add(part.toString());
    return parts;
  }
}
