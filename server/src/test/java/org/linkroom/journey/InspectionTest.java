package org.linkroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;

/// What looks at every page sees what is wrong with one.
@BrowserTest
class InspectionTest {
  @Test
  void aPageThatNotEverybodyCanUseIsFoundOut() {
    var found = new Inspection("http://127.0.0.1:1");
    try (var device = Chromium.context()) {
      var page = device.newPage();
      page.setContent(
          """
          <html lang="en"><title>Bad</title><main><h1>Bad</h1><img src="data:,"><a href="#x"></a>
          <p style="color:#ccc">pale</p><div style="height:40px;width:90px;overflow:auto"><p style="height:300px">far</p></div><div style="width:700px">wide</div><button style="width:9px"></button></main>""");
      found.at("bad", page, true);
    }
    assertThat(found.axe())
        .anyMatch(wrong -> wrong.contains("image-alt"))
        .anyMatch(wrong -> wrong.contains("color-contrast"))
        .anyMatch(wrong -> wrong.contains("on a phone: scrollable-region-focusable"));
    assertThat(found.sideways()).hasSize(2);
    assertThat(found.small()).hasSize(1);
  }
}
