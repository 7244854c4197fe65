package org.linkroom.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;

/// What is put on paper is one sheet of A4, whichever way it lies, without the page's own frame.
@BrowserTest
class PaperTest {
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");
  private static TestApp app;
  private static Teacher khan;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
  }

  @AfterAll
  static void stop() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
    app.close();
  }

  @ParameterizedTest
  @CsvSource({"wall, false", "wall, true", "sheet, false", "sheet, true"})
  void oneSheetOfPaper(String which, boolean landscape) {
    var town = DemoTown.of(app);
    String link = town.link("4B", "4K");
    var page = khan.page().context().newPage();
    page.navigate(
        app.url(
            which.equals("wall")
                ? "/sessions/" + town.pastSession(link) + "/our-link-up"
                : "/sessions/" + town.nextSession(link) + "/sheet"));
    byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4").setLandscape(landscape));
    assertThat(SHEET.matcher(new String(paper, ISO_8859_1)).results()).hasSize(1);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("header.top, footer.bottom, .no-print").all())
        .isNotEmpty()
        .noneMatch(frame -> frame.isVisible());
    page.close();
  }
}
