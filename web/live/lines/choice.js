import { EventsLine } from './events.js';
import { PollLine } from './poll.js';
import { SocketLine } from './socket.js';
import { address, fetchWithin } from './address.js';

/** @typedef {'socket' | 'events' | 'poll'} Kind */

/** From the best to the one that gets through everywhere; then from the start again. */
const KINDS = { socket: SocketLine, events: EventsLine, poll: PollLine };
/** @type {Record<Kind, Kind>} */
const NEXT = { socket: 'events', events: 'poll', poll: 'socket' };

const PLACE = 'linkroom-line';
/** After so long a better kind is tried again, when the line is opened the next time. */
const KEPT = 600_000;
const MISSES = 2;
/** A line that has carried for so long is let through; what ends it is something else. */
const PROVEN = 30_000;
const PROBE = 3_000;

/**
 * Which kind of line a page uses. One that breaks twice without having carried anything, or stays
 * silent from the start, or falls silent again and again, while the server answers otherwise, is not
 * let through here: the next kind is tried. What got through is kept for the tab, reloads included.
 */
export class Choice {
  /** @param {import('./address.js').Where} where */
  constructor(where) {
    this.where = where;
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    /** @type {Kind} */
    this.kind = kept?.kind in KINDS ? kept.kind : 'socket';
    this.since = Number(kept?.at) || 0;
    this.misses = 0;
    this.carries = false;
    this.openedAt = 0;
  }

  /**
   * @param {import('./address.js').Told} told
   * @param {number} seen the version that the page was shown last: no node shows it anything older
   * @returns {import('./address.js').Line}
   */
  open(told, seen) {
    if (this.kind !== 'socket' && Date.now() - this.since > KEPT) {
      this.take('socket');
    }
    this.carries = false;
    this.openedAt = performance.now();
    return new KINDS[this.kind]({ ...this.where, seen }, { ...told, carries: () => this.carried(told) });
  }

  /**
   * @private
   * @param {import('./address.js').Told} told
   */
  carried(told) {
    if (!this.carries) {
      this.carries = true;
      sessionStorage.setItem(PLACE, JSON.stringify({ kind: this.kind, at: this.since }));
    }
    told.carries();
  }

  /**
   * The line has ended; the promise is kept when it is clear which kind comes next.
   *
   * @param {boolean} silent whether it was left because nothing came
   */
  async ended(silent) {
    if (this.carries && performance.now() - this.openedAt > PROVEN) {
      this.misses = 0;
    }
    this.misses += (this.carries ? 0 : 1) + (silent ? 1 : 0);
    if (this.misses >= MISSES && (await this.answers())) {
      this.take(NEXT[this.kind]);
    }
  }

  /**
   * @private
   * @param {Kind} kind
   */
  take(kind) {
    this.kind = kind;
    this.since = Date.now();
    this.misses = 0;
  }

  /** Tell whether the live door answers an ordinary request: then it is the line that fails. @private */
  async answers() {
    const answer = await fetchWithin(address(this.where), PROBE).catch(() => null);
    return answer !== null && answer.status < 500;
  }
}
