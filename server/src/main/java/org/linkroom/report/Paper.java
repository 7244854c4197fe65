package org.linkroom.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.linkroom.session.SchoolClock;

/// A sheet as a PDF on A4: tagged, in English, with its title, real text in fonts that it carries
/// with it, and numbered pages. It is written on the thread that asks, so a page asks a worker.
public final class Paper {
  private Paper() {}

  /// What stands at the foot of each page.
  public interface Foot {
    /// The words of one page.
    String of(int page, int pages);
  }

  /// Write it.
  ///
  /// @param at when, for its properties
  public static byte[] of(Sheet sheet, Foot foot, Instant at) {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var tags = new Tagging(document);
      var writing = new PaperWriting(document, tags, sheet.wide());
      writing.write(sheet);
      writing.close(foot);
      tags.finish();
      describe(document, sheet.title(), at);
      document.save(out);
      return out.toByteArray();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void describe(PDDocument document, String title, Instant at) {
    var information = new PDDocumentInformation();
    information.setTitle(title);
    information.setAuthor("Linkroom");
    information.setCreator("Linkroom");
    information.setCreationDate(GregorianCalendar.from(at.atZone(SchoolClock.LONDON)));
    document.setDocumentInformation(information);
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("en-GB");
    var shown = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    shown.setDisplayDocTitle(true);
    catalog.setViewerPreferences(shown);
  }
}
