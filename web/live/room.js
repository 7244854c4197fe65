import { OwnMedia } from './media.js';
import { queueOfThisTab } from './queue.js';
import { DirectVideo } from './video/direct.js';
import { stayAwake } from './wake.js';
import { Wire } from './wire.js';
import { t } from './words.js';

/**
 * @typedef {import('./types.js').Side} Side
 * @typedef {import('./types.js').Answer} Answer
 */

const JOINED = 'linkroom-joined';
const TAKEN_OVER = 2_000;
/** Longer than this a press does not stay without a word. */
const SLOW = 1_500;

/**
 * The room as one page has it: the wire, this device's own media, the connections with others, and
 * what must hold among them. Its event `change` comes at most once a frame of the screen; `toast`
 * carries a sentence for the person.
 */
export class LiveRoom extends EventTarget {
  constructor() {
    super();
    const [, , room = '', device = ''] = location.pathname.split('/');
    this.id = decodeURIComponent(room);
    this.me = decodeURIComponent(device);
    this.wire = new Wire(this.id, this.me, queueOfThisTab());
    this.own = new OwnMedia();
    this.video = new DirectVideo(this.wire, this.me);
    /** Covered here, and not yet known to the server. */
    this.coverHere = false;
    /** @type {{code: number, why: string} | null} */
    this.goodbye = null;
    this.joined = sessionStorage.getItem(JOINED) === this.id;
    this.soundHeld = false;
    this.drawing = false;
    this.listen();
  }

  /** @private */
  listen() {
    const { wire, own, video } = this;
    wire.addEventListener('doc', () => this.settle());
    wire.addEventListener('here', () => this.changed());
    wire.addEventListener('line', () => this.changed());
    wire.addEventListener('silent', () => this.leave());
    wire.addEventListener('heard', () => this.settle());
    wire.addEventListener('over', (event) => {
      this.goodbye = /** @type {CustomEvent} */ (event).detail;
      this.leave();
    });
    own.addEventListener('change', () => this.settle());
    video.addEventListener('change', () => this.settle());
    addEventListener('pagehide', () => this.leave());
    // A page taken out of the browser's memory would show a room of long ago.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
  }

  /** Come in. */
  start() {
    stayAwake();
    this.wire.start();
    this.changed();
  }

  get doc() {
    return this.wire.doc;
  }

  get now() {
    return this.wire.clock.now();
  }

  /** The viewer's own class. */
  get classId() {
    return this.doc.own?.class ?? this.wire.you?.class;
  }

  get key() {
    return this.wire.you?.key === true;
  }

  /** Tell whether this is somebody who runs the room. */
  get host() {
    return this.key || this.wire.you?.role === 'facilitator';
  }

  /** @returns {Side | undefined} */
  get side() {
    return this.doc.sides?.[this.classId ?? ''];
  }

  /** The classes in the room's own order, the same for everybody. @returns {[string, Side][]} */
  get sides() {
    return Object.entries(this.doc.sides ?? {}).sort(([, a], [, b]) => a.rank - b.rank);
  }

  /** The first class that is not the viewer's own. */
  get partner() {
    return this.sides.find(([id]) => id !== this.classId)?.[1];
  }

  get over() {
    const phase = this.doc.room?.phase;
    return this.goodbye !== null || phase === 'ended' || phase === 'cancelled';
  }

  /** Tell whether anybody has covered, here, there, or as the server knows it. */
  get covered() {
    return this.coverHere || this.video.coveredThere || this.sides.some(([, side]) => side.covered);
  }

  /** Tell whether picture and sound may pass through this page now. */
  get flows() {
    return this.doc.media !== undefined && !this.covered && !this.wire.silent && !this.over;
  }

  /** Make everything fit what is known; called after anything has changed. */
  settle() {
    const { doc, own, video, me, side } = this;
    if (this.coveredBefore) {
      this.coverHere = false;
    }
    if (this.over || this.wire.silent || doc.own === undefined) {
      this.leave();
      return;
    }
    const shows = side?.stopped !== true && doc.own.promise !== 'none';
    own.carry(this.joined && doc.own.cam === me && shows, this.joined && doc.own.mic === me);
    const mine = this.flows ? doc.media?.[me] : undefined;
    enable(own.cam, !this.covered);
    enable(own.mic, mine?.mic === true);
    // Covered here stays connected until the server knows: the cover itself travels that way.
    video.update(doc.media ?? null);
    video.send(mine?.cam ? own.cam : null, mine?.mic ? own.mic : null, this.coverHere);
    this.changed();
  }

  /** Stop sending and showing, and let go of camera and microphone. */
  leave() {
    this.own.release();
    this.video.close();
    this.changed();
  }

  /** A person pressed "Join with sound". */
  join() {
    this.joined = true;
    this.soundHeld = false;
    sessionStorage.setItem(JOINED, this.id);
    this.dispatchEvent(new Event('sound'));
    this.settle();
  }

  /** The browser wants a press before it plays sound. */
  holdSound() {
    this.soundHeld = true;
    this.changed();
  }

  /** Cover: here first, then to the others by the media connection, then to the server. */
  async cover() {
    if (this.coverHere || this.coveredBefore || this.over) {
      return;
    }
    this.coverHere = true;
    this.settle();
    const answer = await this.wire.say('cover.on');
    if ('no' in answer) {
      this.refused(answer);
      this.coverHere = false;
      this.settle();
    } else {
      // The document takes over. Should an adult have uncovered in the same moment, it never shows a cover.
      setTimeout(() => {
        this.coverHere = false;
        this.settle();
      }, TAKEN_OVER);
    }
  }

  /** Tell whether the server knows that this page's class, or for a facilitator any, is covered. @private */
  get coveredBefore() {
    return this.side === undefined ? this.sides.some(([, side]) => side.covered) : this.side.covered === true;
  }

  /**
   * Say a command; a refusal is shown in its own kind words.
   *
   * @param {string} name
   * @param {object} [body]
   * @returns {Promise<boolean>} whether it was done
   */
  async ask(name, body) {
    if (!this.wire.alive) {
      this.toast(t('toast.waits'));
    }
    const slow = setTimeout(() => this.wire.alive && this.toast(t('toast.slow')), SLOW);
    const answer = await this.wire.say(name, body);
    clearTimeout(slow);
    if ('no' in answer) {
      this.refused(answer);
      return false;
    }
    return true;
  }

  /**
   * Tell why something was not done.
   *
   * @param {{code: string, why: string}} answer
   */
  refused(answer) {
    this.toast(answer.why || t('toast.away'));
  }

  /** @param {string} sentence */
  toast(sentence) {
    this.dispatchEvent(new CustomEvent('toast', { detail: sentence }));
  }

  /** Draw soon, once for all that changed meanwhile; also where the page is not being looked at. */
  changed() {
    if (!this.drawing) {
      this.drawing = true;
      setTimeout(() => {
        this.drawing = false;
        this.dispatchEvent(new Event('change'));
      }, 16);
    }
  }
}

/**
 * @param {MediaStreamTrack | null} track
 * @param {boolean} on
 */
function enable(track, on) {
  if (track !== null && track.enabled !== on) {
    track.enabled = on;
  }
}
