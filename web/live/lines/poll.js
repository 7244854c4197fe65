import { OURS, address, fetchWithin, pause } from './address.js';
import { Posts } from './posts.js';

/** The server answers a poll within four seconds. */
const PATIENCE = 8_000;
const TRIES = 2;
const AGAIN = 300;
/** Where each poll comes to another node there is a whole document each time: not too often. */
const ELSEWHERE = 1_000;

/**
 * Where a filter holds streams back, too: polls, which are answered as soon as there is something,
 * and POST. Slower by a way there and back, and otherwise the same.
 */
export class PollLine {
  /**
   * @param {import('./address.js').Where} where
   * @param {import('./address.js').Told} told
   */
  constructor(where, told) {
    this.told = told;
    this.posts = new Posts(address(where, '/commands'), told);
    this.stop = new AbortController();
    void this.listen(address(where, '/events'))
      .catch(() => {})
      .then(() => this.stop.signal.aborted || told.closed(1006));
  }

  /**
   * @private
   * @param {string} url
   */
  async listen(url) {
    let line = '';
    let has = 0;
    for (let over = false; !over && !this.stop.signal.aborted; ) {
      const given = await this.poll(`${url}&poll=${line}&has=${has}`);
      const elsewhere = line !== '' && given.line !== line;
      line = given.line;
      has = given.n;
      this.told.carries();
      for (const frame of given.frames) {
        this.told.frame(frame);
        over = over || frame.bye !== undefined;
      }
      if (elsewhere) {
        await pause(ELSEWHERE);
      }
    }
  }

  /**
   * Ask once more where an answer was lost: what it gave is given again.
   *
   * @private
   * @param {string} url
   * @returns {Promise<{line: string, n: number, frames: any[]}>}
   */
  async poll(url) {
    for (let attempt = 1; ; attempt++) {
      try {
        // A sentence that refuses, or a filter's page, throws here.
        return JSON.parse((await fetchWithin(url, PATIENCE, { headers: OURS }, this.stop.signal)).text);
      } catch (fault) {
        if (attempt === TRIES || this.stop.signal.aborted) {
          throw fault;
        }
        await pause(AGAIN);
      }
    }
  }

  /** @param {string} frame */
  send(frame) {
    this.posts.send(frame);
  }

  close() {
    this.stop.abort();
    this.posts.close();
  }
}
