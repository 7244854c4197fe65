package org.linkroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class ChromiumTest {
  @Test
  void aBrowserHasACameraAndAMicrophoneAndShowsADemoPage() {
    try (var app = TestApp.start();
        var context = Chromium.context()) {
      var page = context.newPage();
      page.navigate(app.url("/demo"));
      assertThat(page.locator("h1").first().innerText()).isNotBlank();
      var tracks =
          page.evaluate(
              "async () => (await navigator.mediaDevices.getUserMedia({audio: true, video: true}))"
                  + ".getTracks().map(track => track.kind).sort().join()");
      assertThat(tracks).isEqualTo("audio,video");
    }
  }
}
