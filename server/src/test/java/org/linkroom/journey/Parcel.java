package org.linkroom.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
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
    page.locator("#picture").setInputFiles(file("oak.jpg", MediaFiles.ofPhone(1200, 800, 1)));
    page.locator("#alt").fill(alt);
    page.locator("form[action$='/pictures'] button").click();
    page.locator("form[action$='/approve'] input[type=checkbox]").first().check();
    page.locator("form[action$='/approve'] input[type=checkbox]").last().check();
    page.locator("form[action$='/approve'] button").click();
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
