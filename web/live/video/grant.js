const ASK_AGAIN = 1_500;
const RENEW_BEFORE = 45_000;
const LONGEST_TIMER = 2 ** 31 - 1;

/** The server's leave to connect, asked for when it is needed and again before it runs out. */
export class Grant {
  /**
   * @param {import('../wire.js').Wire} wire
   * @param {(ice: RTCConfiguration) => void} given
   */
  constructor(wire, given) {
    this.wire = wire;
    this.given = given;
    this.wanted = false;
    this.asking = false;
    /** @type {RTCConfiguration | null} */
    this.ice = null;
  }

  /** Begin to want it. */
  want() {
    if (!this.wanted) {
      this.wanted = true;
      void this.ask();
    }
  }

  /** Forget it: the next one is asked for anew. */
  drop() {
    this.wanted = false;
    this.ice = null;
    clearTimeout(this.later);
  }

  /** @private */
  async ask() {
    if (this.asking) {
      return;
    }
    this.asking = true;
    const answer = await this.wire.say('video.grant', {}, false);
    this.asking = false;
    if (!this.wanted) {
      return;
    }
    clearTimeout(this.later);
    if (!('give' in answer)) {
      this.askIn(ASK_AGAIN);
      return;
    }
    const { ice, relayOnly, until } = answer.give;
    this.ice = { iceServers: ice ?? [], iceTransportPolicy: relayOnly ? 'relay' : 'all' };
    if (until) {
      this.askIn(Math.max(until - this.wire.clock.now() - RENEW_BEFORE, 10_000));
    }
    this.given(this.ice);
  }

  /**
   * @private
   * @param {number} ms
   */
  askIn(ms) {
    this.later = setTimeout(() => void this.ask(), Math.min(ms, LONGEST_TIMER));
  }
}
