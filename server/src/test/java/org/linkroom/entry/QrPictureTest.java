package org.linkroom.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrPictureTest {
  private static final Pattern MODULE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");
  private static final String LINK =
      "https://linkroom.example.org/join/qr/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static String svg;
  private static int side;
  private static boolean[][] dark;

  @BeforeAll
  static void draw() throws Exception {
    svg = QrPicture.svg(LINK);
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
    side = Integer.parseInt(root.getAttribute("viewBox").split(" ")[2]);
    dark = new boolean[side][side];
    var modules = MODULE.matcher(svg);
    while (modules.find()) {
      dark[Integer.parseInt(modules.group(2))][Integer.parseInt(modules.group(1))] = true;
    }
  }

  /// The standard (ISO/IEC 18004) has sides of 17 + 4 times the version, and a border of four.
  @Test
  void itIsASquareOfAStandardSizeWithTheQuietBorder() {
    assertThat((side - 8 - 17) % 4).isZero();
    for (int i = 0; i < side; i++) {
      for (int edge = 0; edge < 4; edge++) {
        assertThat(dark[edge][i] || dark[side - 1 - edge][i]).isFalse();
        assertThat(dark[i][edge] || dark[i][side - 1 - edge]).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "0, 1"})
  void theFinderStandsInThreeCorners(int right, int below) {
    int left = 4 + right * (side - 15);
    int top = 4 + below * (side - 15);
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 7; x++) {
        int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        assertThat(dark[top + y][left + x]).as("%d, %d", x, y).isEqualTo(ring != 2);
      }
    }
  }

  @Test
  void theTimingLinesAlternate() {
    for (int i = 8; i < side - 8 - 8; i++) {
      assertThat(dark[4 + 6][4 + i]).isEqualTo(i % 2 == 0);
      assertThat(dark[4 + i][4 + 6]).isEqualTo(i % 2 == 0);
    }
  }

  @Test
  void otherTextsAreOtherPicturesAndNoneHoldsItsTextInClear() {
    assertThat(QrPicture.svg(LINK + "B")).isNotEqualTo(svg);
    assertThat(QrPicture.svg(LINK)).isEqualTo(svg).doesNotContain("join");
  }
}
