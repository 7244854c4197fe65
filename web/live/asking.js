const TIMES = 4;
const APART = 250;
/** By so much two clocks of one machine do not part within a second while it is awake. */
const JUMPED = 300;

/** Asks the server for its time: now and then, and several times at once when it may be wrong. */
export class Asking {
  /**
   * @param {import('./clock.js').Clock} clock
   * @param {(frame: string) => void} send
   */
  constructor(clock, send) {
    this.clock = clock;
    this.send = send;
    this.apart = this.measured();
  }

  /** @private */
  measured() {
    return Date.now() - this.clock.local();
  }

  /** Ask once. */
  once() {
    this.send(JSON.stringify({ clock: { t0: this.clock.local() } }));
  }

  /** Ask several times within a second: at the start, after a wake, after a change of network. */
  often(times = TIMES) {
    clearTimeout(this.next);
    this.once();
    if (times > 1) {
      this.next = setTimeout(() => this.often(times - 1), APART);
    }
  }

  /**
   * Take an answer.
   *
   * @param {{t0: number, t1: number, t2: number, within?: number}} answer
   * @param {number} got
   */
  answered({ t0, t1, t2, within }, got) {
    this.clock.sample(t0, t1, t2, got, within);
  }

  /** To be called every second: the clock that never jumps stands still while some machines sleep. */
  look() {
    const apart = this.measured();
    if (Math.abs(apart - this.apart) > JUMPED) {
      this.often();
    }
    this.apart = apart;
  }
}
