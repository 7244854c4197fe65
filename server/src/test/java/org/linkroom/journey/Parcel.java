package org.linkroom.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.linkroom.testing.MediaFiles;

/// What a teacher does on the page where a parcel is packed.
final class Parcel {
  private Parcel() {}

  /// Words, a picture that she approves, and a sound.
  static void packs(Page page) {
    page.locator("#words").fill("We have an oak in our yard. What grows where you are?");
    page.locator("#words-part button").click();
    picture(page, "Our oak, and the wall that we painted");
    page.locator("#sound").setInputFiles(file("song.mp3", MediaFiles.mp3(20)));
    page.locator("#transcript").fill("We sing of rain.");
    page.locator("#sound-part button").click();
  }

  /// One more picture, approved at once.
  static void picture(Page page, String alt) {
    page.locator("#picture").setInputFiles(file("oak.png", scene(alt.hashCode())));
    page.locator("#alt").fill(alt);
    page.locator("form[action$='/pictures'] button").click();
    page.locator("form[action$='/approve'] input[type=checkbox]").first().check();
    page.locator("form[action$='/approve'] input[type=checkbox]").last().check();
    page.locator("form[action$='/approve'] button").click();
  }

  /// A tree before a wall, in colours of its own, so that no two pictures look the same.
  private static byte[] scene(int seed) {
    var image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = Math.floorMod(seed, 100) / 100f;
    pen.setColor(Color.getHSBColor(0.55f, 0.3f, 0.98f));
    pen.fillRect(0, 0, 1200, 520);
    pen.setColor(Color.getHSBColor(hue, 0.35f, 0.85f));
    pen.fillRect(620, 260, 520, 300);
    pen.setColor(Color.getHSBColor(0.27f, 0.5f, 0.7f));
    pen.fillRect(0, 520, 1200, 280);
    pen.setColor(new Color(0x6b4a2b));
    pen.fillRect(330, 380, 60, 240);
    pen.setColor(Color.getHSBColor(0.2f + hue / 5, 0.6f, 0.6f));
    pen.fillOval(180, 120, 360, 320);
    pen.setColor(new Color(0xf9c846));
    pen.fillOval(960, 60, 120, 120);
    pen.dispose();
    return MediaFiles.written(image, "png");
  }

  private static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "application/octet-stream", bytes);
  }

  /// She has looked at all of it.
  static void sends(Page page) {
    page.locator("form#send input[type=checkbox]").all().forEach(box -> box.check());
    page.locator("form#send button").click();
  }
}
