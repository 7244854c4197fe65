const KEPT = 8;
/** How far a local clock may run off while nobody looks: 50 millionths, a poor quartz. */
const DRIFT = 50e-6;
/** The server's stamps are whole milliseconds, rounded down. */
const GRAIN = 1;
/** From here on a timer is too coarse to wait with. */
const CLOSE = 6;
/** Even a far moment is looked at again, for by then we know the time better. */
const LOOK = 10_000;

/**
 * The server's time, told from here: of the last eight exchanges the one is believed whose error can
 * be the least. A classroom's clock may be wrong by an hour, or be set while the page is open.
 */
export class Clock {
  /** @param {() => number} local milliseconds that never jump */
  constructor(local = () => performance.timeOrigin + performance.now()) {
    this.local = local;
    /** @type {{offset: number, half: number, at: number}[]} */
    this.samples = [];
    this.offset = 0;
  }

  /**
   * Take the first word of the server before anything was exchanged.
   *
   * @param {number} now the server's time
   */
  hint(now) {
    if (this.samples.length === 0) {
      this.offset = now - this.local();
    }
  }

  /**
   * Take one exchange: sent and got by our time, received and answered by the server's. Whatever the
   * way there and the way back took, the server's time minus ours was between `answered - got` and
   * `received - sent`.
   *
   * @param {number} sent
   * @param {number} received
   * @param {number} answered
   * @param {number} got
   * @param {number} [within] how far the server's own stamps may be off
   */
  sample(sent, received, answered, got, within = 0) {
    const trip = got - sent - (answered - received);
    if (!Number.isFinite(trip) || trip < -GRAIN || !(within >= 0)) {
      return;
    }
    const offset = (received - sent + (answered - got) + GRAIN) / 2;
    const sample = { offset, half: (trip + GRAIN) / 2 + within, at: sent };
    if (this.samples.some((one) => Math.abs(one.offset - offset) > this.error(one) + sample.half)) {
      // No time of the server fits both: one of the two clocks has jumped, or this machine slept.
      this.samples = [];
    }
    this.samples.push(sample);
    if (this.samples.length > KEPT) {
      this.samples.shift();
    }
    this.offset = this.best().offset;
  }

  /**
   * @private
   * @param {{half: number, at: number}} sample
   */
  error(sample) {
    return sample.half + DRIFT * Math.abs(this.local() - sample.at);
  }

  /** @private */
  best() {
    return this.samples.reduce((best, one) => (this.error(one) <= this.error(best) ? one : best));
  }

  /** How many milliseconds `now` is off at most; without end before the first exchange. */
  get bound() {
    return this.samples.length === 0 ? Infinity : this.error(this.best());
  }

  /** The server's time now, in milliseconds since 1970. */
  now() {
    return this.local() + this.offset;
  }

  /**
   * Do something at a time of the server's, so that all pages do it together; at once if that has
   * passed. A page in the background may be late: browsers slow its timers down.
   *
   * @param {number} time
   * @param {() => void} then
   * @returns {() => void} think better of it
   */
  at(time, then) {
    const ticks = new MessageChannel();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const stop = () => {
      clearTimeout(timer);
      ticks.port1.close();
    };
    const look = () => {
      const left = time - this.now();
      if (left <= 0) {
        stop();
        then();
      } else if (left <= CLOSE) {
        ticks.port2.postMessage(0);
      } else {
        timer = setTimeout(look, Math.min(left - CLOSE, LOOK));
      }
    };
    ticks.port1.onmessage = look;
    look();
    return stop;
  }
}
