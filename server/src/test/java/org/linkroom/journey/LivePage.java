package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.linkroom.testing.Chromium;

/// A live page of one device, and what a person before it sees and hears. Pictures and sound are
/// proven from the browser's own figures: frames that were decoded and are not black, energy of the
/// sound that came in.
public final class LivePage {
  /// Keeps the page's connections where the proofs find them, and a hand on its live wire.
  private static final String HANDS_ON =
      """
      window.connections = [];
      const Plain = window.RTCPeerConnection;
      window.RTCPeerConnection = class extends Plain {
        constructor(...all) { super(...all); window.connections.push(this); }
      };
      const Wire = window.WebSocket;
      window.WebSocket = class extends Wire {
        send(frame) { if (!window.wireIsCut) super.send(frame); }
        addEventListener(name, heard) {
          super.addEventListener(name, (event) => (window.wireIsCut && name === 'message') || heard(event));
        }
      };
      const fetches = window.fetch;
      window.fetch = (...all) => (window.wireIsCut ? Promise.reject(new TypeError('cut')) : fetches(...all));""";

  /// What has come in over every connection so far: frames decoded, sound's energy.
  private static final String CAME_IN =
      """
      async () => {
        const sum = { frames: 0, energy: 0 };
        for (const connection of window.connections) {
          for (const one of (await connection.getStats()).values()) {
            if (one.type === 'inbound-rtp' && one.kind === 'video') sum.frames += one.framesDecoded ?? 0;
            if (one.type === 'inbound-rtp' && one.kind === 'audio') sum.energy += one.totalAudioEnergy ?? 0;
          }
        }
        return sum;
      }""";

  /// A picture of the other class stands there, and it is not black.
  private static final String PICTURE =
      """
      async () => {
        const video = document.querySelector('.stage figure.pane:not([data-own]) video, .panes figure.pane:not([data-own]) video');
        if (!video || video.hidden || !video.videoWidth || video.paused) return false;
        const canvas = document.createElement('canvas');
        canvas.width = 32; canvas.height = 18;
        const pen = canvas.getContext('2d');
        pen.drawImage(video, 0, 0, 32, 18);
        const dots = pen.getImageData(0, 0, 32, 18).data;
        return dots.filter((_, i) => i % 4 !== 3).some((value) => value > 60);
      }""";

  private static final String PICTURE_MOVES =
      "async (before) => (await (%s)()).frames >= before.frames + 15 && (%s)()"
          .formatted(CAME_IN, PICTURE);

  private static final String SENDS_STILLS =
      """
      () => window.connections.some((one) => one.getSenders()
          .some((sender) => sender.track instanceof CanvasCaptureMediaStreamTrack))""";

  private static final String SOUND_IS_PLAYED =
      """
      async (before) => {
        const now = await (%s)();
        const plays = [...document.querySelectorAll('.sound audio')].some((one) => !one.paused);
        return plays && now.energy > before.energy;
      }"""
          .formatted(CAME_IN);

  private static final String NOTHING_LEAVES =
      """
      () => window.connections.every((one) => one.connectionState === 'closed'
          || one.getSenders().every((sender) => !sender.track || sender.track.readyState === 'ended'))""";

  private final Page page;

  LivePage(Page page) {
    this.page = page;
  }

  /// A device of its own, in which the proofs below can be made.
  static BrowserContext context() {
    return handsOn(Chromium.context());
  }

  /// The same device, prepared for the proofs below.
  static BrowserContext handsOn(BrowserContext device) {
    device.addInitScript(HANDS_ON);
    device.setDefaultTimeout(20_000);
    return device;
  }

  /// The page itself.
  public Page page() {
    return page;
  }

  /// Wait until this is what stands for the room: lobby, stage, holding, covered, waiting, ended.
  LivePage shows(String view) {
    page.waitForFunction("view => document.body.dataset.view === view", view);
    return this;
  }

  /// The adult's page says this of the door.
  LivePage says(String words) {
    assertThat(page.locator(".door")).containsText(words);
    return this;
  }

  LivePage joinsWithSound() {
    // The one press that a browser wants: on a board's first look, or beside an adult's room.
    page.locator(".join-sound button:visible, .first-look button:visible").first().click();
    assertThat(page.locator(".join-sound")).isHidden();
    assertThat(page.locator(".first-look")).isHidden();
    return this;
  }

  /// Hold the teacher's button on a board for two seconds.
  public LivePage opensTheBar() {
    var hold = page.locator("button.hold");
    hold.hover();
    page.mouse().down();
    assertThat(page.locator("section.bar")).isVisible();
    page.mouse().up();
    return this;
  }

  /// Say on a board that the class is ready, by the adult's bar.
  public LivePage saysReadyOnTheBoard() {
    opensTheBar();
    page.locator(".bar button.ready").click();
    return confirmsReady();
  }

  /// Say on the adult's page that the class is ready.
  LivePage saysReady() {
    page.locator(".live button.ready").first().click();
    return confirmsReady();
  }

  private LivePage confirmsReady() {
    page.locator("dialog.ready button.yes").click();
    assertThat(page.locator("dialog.ready")).isHidden();
    return this;
  }

  /// The code by which the class's other devices ask to come in.
  String code() {
    var letters = page.locator(".code .letters");
    assertThat(letters).hasText(java.util.regex.Pattern.compile("[A-Z0-9]{3}\\s?[A-Z0-9]{3}"));
    return letters.innerText();
  }

  /// Let in the one device that asks, to carry camera and microphone or neither.
  LivePage letsIn(boolean carries) {
    var asking = page.locator(".asks li").first();
    if (carries) {
      asking.locator(".carry input").first().check();
      asking.locator(".carry input").last().check();
    }
    asking.locator("button.admit").click();
    assertThat(page.locator(".asks li")).hasCount(0);
    return this;
  }

  /// The partner's picture moves and is not black, and the partner's sound is heard here.
  LivePage seesAndHearsTheOtherClass() {
    seesTheOtherClass();
    page.waitForFunction(SOUND_IS_PLAYED, page.evaluate(CAME_IN), soon());
    return this;
  }

  /// The partner's picture moves and is not black.
  LivePage seesTheOtherClass() {
    page.waitForFunction(PICTURE_MOVES, page.evaluate(CAME_IN), soon());
    return this;
  }

  /// A picture of the partner is there and is not black, whether it moves or not.
  LivePage seesAPicture() {
    page.waitForFunction(PICTURE, null, soon());
    return this;
  }

  /// What leaves this page is drawn now and then from the camera, no longer the camera itself.
  LivePage sendsStillPictures() {
    page.waitForFunction(SENDS_STILLS, null, soon());
    return this;
  }

  /// No camera and no microphone of this page sends anything any more.
  LivePage sendsNothing() {
    page.waitForFunction(NOTHING_LEAVES, null, soon());
    return this;
  }

  private static Page.WaitForFunctionOptions soon() {
    return new Page.WaitForFunctionOptions().setPollingInterval(100).setTimeout(25_000);
  }

  /// Cut the live wire: it carries nothing either way though nothing tells the page so, as when a
  /// school's line goes dead.
  void cutsTheWire() {
    page.evaluate("() => { window.wireIsCut = true; }");
  }

  void mendsTheWire() {
    page.evaluate("() => { window.wireIsCut = false; }");
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /// End the session for both, from the adult's page.
  void endsForBoth() {
    page.locator(".live button.end").click();
    page.locator("dialog.sure button.yes").click();
    shows("ended");
  }

  /// End the session for both, from a board's bar.
  void endsForBothOnTheBoard() {
    if (page.locator("section.bar").isHidden()) {
      opensTheBar();
    }
    page.locator(".bar button.end").click();
    page.locator("dialog.sure button.yes").click();
    shows("ended");
  }

  /// Close the page without a word, as a child does who shuts the laptop; answers the same device
  /// with a new page of the same address.
  LivePage isKilledAndComesBack() {
    var address = page.url();
    var device = page.context();
    page.close();
    var again = device.newPage();
    again.navigate(address);
    return new LivePage(again);
  }
}
