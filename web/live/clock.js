const KEPT = 8;

/**
 * The server's time, told from here: of the last eight exchanges the one with the least round trip
 * is believed. A classroom's clock may be wrong by an hour, or be set while the page is open.
 */
export class Clock {
  /** @param {() => number} local milliseconds that never jump */
  constructor(local = () => performance.timeOrigin + performance.now()) {
    this.local = local;
    /** @type {{offset: number, trip: number}[]} */
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
   * Take one exchange: sent and got by our time, received and answered by the server's.
   *
   * @param {number} sent
   * @param {number} received
   * @param {number} answered
   * @param {number} got
   */
  sample(sent, received, answered, got) {
    const trip = got - sent - (answered - received);
    if (!Number.isFinite(trip) || trip < 0) {
      return;
    }
    this.samples.push({ offset: (received - sent + (answered - got)) / 2, trip });
    if (this.samples.length > KEPT) {
      this.samples.shift();
    }
    this.offset = this.samples.reduce((best, one) => (one.trip < best.trip ? one : best)).offset;
  }

  /** The server's time now, in milliseconds since 1970. */
  now() {
    return this.local() + this.offset;
  }
}
