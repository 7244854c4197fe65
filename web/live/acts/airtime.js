import { listen } from '../level.js';

/** From here on it is speech and not a room full of children who listen. */
const SPEECH = 0.25;
/** A breath between two words is still speech. */
const BREATH = 600;
/** How often it is told, in milliseconds. */
const EVERY = 10_000;

/**
 * How long speech was heard, from levels that come in again and again. Nothing of what was said is
 * kept, and no sound.
 */
export class Speech {
  constructor() {
    this.heard = 0;
    /** @type {number | undefined} */
    this.before = undefined;
    this.loud = -Infinity;
  }

  /**
   * @param {number} level from 0 to 1
   * @param {number} now milliseconds that never jump
   */
  hears(level, now) {
    if (level >= SPEECH) {
      this.loud = now;
    }
    // A page that slept heard nothing meanwhile.
    const step = this.before === undefined ? 0 : now - this.before;
    if (now - this.loud < BREATH && step < BREATH) {
      this.heard += step;
    }
    this.before = now;
  }

  /** Whole seconds that were heard and not yet taken. */
  take() {
    const seconds = Math.floor(this.heard / 1_000);
    this.heard -= seconds * 1_000;
    return seconds;
  }
}

/**
 * Listen to this page's own microphone while it carries its class's sound, and tell now and then for
 * how long it heard speech.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function airtime(room) {
  const speech = new Speech();
  /** @type {MediaStreamTrack | null} */
  let track = null;
  let stop = () => {};
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let beat;
  const place = room.doc.lesson?.place ?? '';
  const tell = () => {
    const seconds = speech.take();
    if (seconds > 0) {
      // It is nobody's press: should it be refused, nobody need read of it.
      void room.wire.say('talk.heard', { segment: place, seconds });
    }
  };
  const leave = () => {
    stop();
    stop = () => {};
    clearInterval(beat);
    track = null;
  };
  const draw = () => {
    const carries = room.flows && room.doc.media?.[room.me]?.mic === true && room.own.mic?.enabled === true;
    const now = carries ? room.own.mic : null;
    if (now === track) {
      return;
    }
    leave();
    track = now;
    if (now !== null) {
      stop = listen(new MediaStream([now]), (level) => speech.hears(level, performance.now()));
      beat = setInterval(tell, EVERY);
    }
  };
  return { draw, leave };
}
