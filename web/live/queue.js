/** @typedef {import('./types.js').Answer} Answer */

/** How many commands may wait for their answers; a page that has more waiting is not being heard. */
export const MOST = 64;

/**
 * Commands on their way: each bears the tab's id and a running number, waits until it is answered,
 * and is sent again, in order, when the line is back. The server answers a repeat with its first
 * answer, so nothing happens twice.
 */
export class Queue {
  /**
   * @param {string} tab
   * @param {number} last the last number that this tab has used
   */
  constructor(tab, last = 0) {
    this.tab = tab;
    this.last = last;
    /** @type {Map<number, {frame: string, again: boolean, done: (answer: Answer) => void}>} */
    this.waiting = new Map();
    /** @type {((frame: string) => void) | null} */
    this.send = null;
  }

  /**
   * Say a command; the promise is kept when the server answers.
   *
   * @param {string} name
   * @param {object} [body]
   * @param {boolean} [again] whether it still makes sense on a new line
   * @returns {Promise<Answer>}
   */
  say(name, body = {}, again = true) {
    const n = ++this.last;
    if (this.waiting.size >= MOST || (!again && this.send === null)) {
      return Promise.resolve({ no: n, code: 'line.away', why: '' });
    }
    const frame = JSON.stringify({ ...body, do: name, tab: this.tab, n });
    return new Promise((done) => {
      this.waiting.set(n, { frame, again, done });
      this.send?.(frame);
    });
  }

  /**
   * The line is there: send what was not answered, in order.
   *
   * @param {(frame: string) => void} send
   */
  online(send) {
    this.send = send;
    for (const { frame } of this.waiting.values()) {
      send(frame);
    }
  }

  /** The line is gone: what belonged to it alone is answered now. */
  offline() {
    this.send = null;
    for (const [n, { again, done }] of this.waiting) {
      if (!again) {
        this.waiting.delete(n);
        done({ no: n, code: 'line.away', why: '' });
      }
    }
  }

  /**
   * Take an answer; tell whether it was one of ours.
   *
   * @param {Answer} answer
   */
  answered(answer) {
    const n = 'ok' in answer ? answer.ok : answer.no;
    const one = this.waiting.get(n);
    this.waiting.delete(n);
    one?.done(answer);
    return one !== undefined;
  }
}

const PLACE = 'linkroom-tab';

/**
 * Make this tab's queue. The tab's id survives a reload, but not the copying of a tab: while a page
 * is open its id is taken out of the session's store, so that a copy finds none.
 */
export function queueOfThisTab() {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
  sessionStorage.removeItem(PLACE);
  const queue = new Queue(kept?.tab ?? crypto.randomUUID(), kept?.last ?? 0);
  addEventListener('pagehide', () => {
    sessionStorage.setItem(PLACE, JSON.stringify({ tab: queue.tab, last: queue.last }));
  });
  addEventListener('pageshow', () => sessionStorage.removeItem(PLACE));
  return queue;
}
