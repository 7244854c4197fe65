package org.linkroom.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// What is looked at wherever the walk stops. It gathers what is wrong; the tests say that there is
/// nothing.
final class Inspection implements EveryPage.Look {
  /// Wider than the window: what somebody would have to scroll sideways for.
  private static final String SIDEWAYS =
      """
      () => [...document.querySelectorAll('body *')]
        .filter((one) => document.documentElement.scrollWidth > innerWidth
          && one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.tagName + '.' + one.className).slice(0, 4).join(' ')""";

  /// What is pressed and is too small for a finger; a link in a sentence need not be larger.
  private static final String SMALL =
      """
      (least) => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter((one) => one.type !== 'hidden' && one.checkVisibility()
          && !(one.tagName === 'A' && getComputedStyle(one).display === 'inline')
          && !one.matches('.skip:not(:focus)'))
        .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
        .filter(([, box]) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
        .map(([one, box]) => `${one.tagName}.${one.className} ${box.width}x${box.height}`)
        .join(' ')""";

  /// The rules whose answer another size may change. No colour of ours hangs on the size.
  private static final List<String> OF_THE_SIZE =
      List.of("target-size", "scrollable-region-focusable");

  /// What breaks a rule. Only that is worked out: all that is right would take most of the time.
  private static final String BREACHES =
      """
      (only) => axe.run(document, { resultTypes: ['violations'], ...(only.length && { runOnly: only }) })
        .then(({ violations }) => violations.map((one) =>
          `${one.id} ${one.nodes.slice(0, 3).map((node) => node.html).join(' ')}`))""";

  private final String host;
  private final List<String> axe = new ArrayList<>();
  private final List<String> sideways = new ArrayList<>();
  private final List<String> small = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int stops;

  /// @param url where all pages are
  Inspection(String url) {
    host = URI.create(url).getAuthority();
  }

  @Override
  public void begins(BrowserContext device) {
    // Half a megabyte: a browser that has it need not be sent it at each stop.
    device.addInitScript(AxeBuilder.getAxeScript());
    device.onRequest(
        request -> {
          var asked = URI.create(request.url().split("[?#]")[0]);
          if (asked.getAuthority() != null && !asked.getAuthority().equals(host)) {
            foreign.add(request.url());
          }
        });
    device.onConsoleMessage(
        message -> {
          // That a page is not there, or a form has errors, is said to the person.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.page().url() + ": " + message.text());
          }
        });
    device.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
    device.onResponse(
        answer -> {
          if (answer.status() >= 400 && answer.url().contains("/assets/")) {
            complaints.add(answer.status() + " " + answer.url());
          }
        });
  }

  @Override
  public void at(String where, Page page, boolean board) {
    stops++;
    if (page.evaluate("() => window.axe === undefined").equals(true)) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    rules(where, page, List.of());
    page.setViewportSize(390, 844);
    rules(where + ", on a phone", page, OF_THE_SIZE);
    add(small, where, page.evaluate(SMALL, board ? 44 : 24));
    page.setViewportSize(320, 640);
    add(sideways, where + " at 320", page.evaluate(SIDEWAYS));
    // A laptop at 200 % zoom.
    page.setViewportSize(640, 400);
    add(sideways, where + " at 200 %", page.evaluate(SIDEWAYS));
    page.setViewportSize(1280, 800);
    if (board) {
      secrets(where, page.content());
    }
  }

  private void rules(String where, Page page, List<String> only) {
    for (Object wrong : (List<?>) page.evaluate(BREACHES, only)) {
      axe.add(where + ": " + wrong);
    }
  }

  /// Adults' notes and phone numbers are not on children's screens, not even unseen.
  private void secrets(String where, String content) {
    for (String secret : List.of("hamster", "01632 96", "tel:")) {
      if (content.contains(secret)) {
        told.add(where + ": " + secret);
      }
    }
  }

  private static void add(List<String> wrong, String where, Object found) {
    if (!String.valueOf(found).isEmpty()) {
      wrong.add(where + ": " + found);
    }
  }

  int stops() {
    return stops;
  }

  List<String> axe() {
    return axe;
  }

  List<String> sideways() {
    return sideways;
  }

  List<String> small() {
    return small;
  }

  List<String> foreign() {
    return foreign;
  }

  List<String> complaints() {
    return complaints;
  }

  List<String> told() {
    return told;
  }
}
