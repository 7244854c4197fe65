package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A school's filter lets pages through and not the live wire: the class comes in all the same, in
/// a real browser.
@org.linkroom.testing.BrowserTest
class StrictFilterTest extends InTheDemo {
  private static final String NO_STREAMS =
      """
      const plain = window.fetch;
      window.fetch = (url, how = {}) => {
        if (!/events\\?/.test(url) || /poll=/.test(url)) return plain(url, how);
        return new Promise((_, fails) => how.signal.addEventListener('abort', () => fails(new Error('left'))));
      };
      """;

  private static final String BROKEN =
      "window.WebSocket = class { constructor() { throw new Error('blocked'); } };";

  private static final String SILENT =
      """
      window.WebSocket = class extends EventTarget {
        static OPEN = 1;
        readyState = 1;
        constructor() { super(); setTimeout(() => this.dispatchEvent(new Event('open'))); }
        send() {}
        close() {}
      };
      """;

  /// What the filter does.
  private enum Filter {
    NO_SOCKETS("events", BROKEN),
    SOCKETS_THAT_CARRY_NOTHING("events", SILENT),
    NEITHER_SOCKETS_NOR_STREAMS("poll", BROKEN + NO_STREAMS);

    private final String kind;
    private final String script;

    Filter(String kind, String script) {
      this.kind = kind;
      this.script = script;
    }
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void aClassBehindAFilterMeetsItsPartnerAndSaysWhatItDoes(Filter filter) {
    var khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    khan.page().context().addInitScript(filter.script);
    var okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    String session = khan.plansALinkUpForNow();
    var hers = khan.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    var his = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    hers.page()
        .waitForFunction(
            "kind => JSON.parse(sessionStorage.getItem('linkroom-line'))?.kind === kind",
            filter.kind);
    hers.saysReadyOnTheBoard();
    his.saysReadyOnTheBoard();
    // Pictures and sound, whose signals went the same way.
    hers.shows("stage").seesAndHearsTheOtherClass();
    his.shows("stage").seesAndHearsTheOtherClass();
    his.find(".bar button.mute").click();
    assertThat(hers.find("figure.pane[data-muted]")).hasCount(1);
    hers.page().keyboard().press("b");
    his.shows("covered");
  }
}
