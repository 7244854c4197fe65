import { wait } from '../back.js';
import { fetchWithin, pause } from './address.js';

const TRIES = 3;
const PATIENCE = 8_000;

/**
 * Says frames by POST where a line carries one way alone. Commands go one at a time, in order: one
 * that fails is sent again under its number, and when that is in vain the line has ended.
 */
export class Posts {
  /**
   * @param {string} url
   * @param {import('./address.js').Told} told
   */
  constructor(url, told) {
    this.url = url;
    this.told = told;
    /** @type {string[]} */
    this.waiting = [];
    this.busy = false;
    this.stop = new AbortController();
  }

  /** @param {string} frame */
  send(frame) {
    if (JSON.parse(frame).do === undefined) {
      // The time, or that something was missed: it belongs to now and waits for nothing.
      void this.post(frame);
    } else {
      this.waiting.push(frame);
      void this.sendNext();
    }
  }

  close() {
    this.waiting = [];
    this.stop.abort();
  }

  /** @private */
  async sendNext() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    for (let frame = this.waiting.shift(); frame !== undefined; frame = this.waiting.shift()) {
      if (!(await this.surely(frame)) && !this.stop.signal.aborted) {
        this.close();
        this.told.closed(1006);
      }
    }
    this.busy = false;
  }

  /**
   * @private
   * @param {string} frame
   */
  async surely(frame) {
    for (let attempt = 0; attempt < TRIES && !this.stop.signal.aborted; attempt++) {
      if (attempt > 0) {
        await pause(wait(attempt));
      }
      if (await this.post(frame)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @private
   * @param {string} frame
   */
  async post(frame) {
    try {
      const headers = { 'Content-Type': 'application/json' };
      const how = { method: 'POST', headers, body: frame };
      const { status, text } = await fetchWithin(this.url, PATIENCE, how, this.stop.signal);
      if (status === 204) {
        return true;
      }
      // An answer that is none of the live door's, a filter's page say, throws here.
      const said = JSON.parse(text);
      this.told.frame(said);
      if (said.bye) {
        this.told.closed(1006);
      }
      return true;
    } catch {
      return false;
    }
  }
}
