import { button, make, mark, show, write } from '../dom.js';
import { t } from '../words.js';

/** Beats of one bar. */
const BAR = 4;

/**
 * Where a beat is at a moment: how many there are still to wait, or which one it is.
 *
 * @param {{starts: number, every: number, count: number}} beat
 * @param {number} now
 * @returns {{until: number} | {at: number, next: number} | null} nothing when it is over
 */
export function where(beat, now) {
  if (now < beat.starts) {
    return { until: Math.ceil((beat.starts - now) / 1_000) };
  }
  const at = Math.floor((now - beat.starts) / beat.every);
  return at >= beat.count ? null : { at, next: beat.starts + (at + 1) * beat.every };
}

/**
 * A countdown and a calm beat that every page draws at the same moment of the room's time, as far as
 * its clock knows that. It makes no sound unless somebody here asks for it.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function beats(room) {
  const number = make('output', 'beat');
  number.setAttribute('aria-live', 'off');
  const loud = button('loud', t('game.sound'), () => {
    sound = sound === null ? new AudioContext() : (void sound.close(), null);
    loud.setAttribute('aria-pressed', String(sound !== null));
  });
  loud.setAttribute('aria-pressed', 'false');
  const element = make('div', 'beats', number, loud);
  /** @type {AudioContext | null} */
  let sound = null;
  /** @type {{starts: number, every: number, count: number} | undefined} */
  let beat;
  let stop = () => {};
  const step = () => {
    const is = beat === undefined ? null : where(beat, room.now);
    mark(number, 'on', is !== null && 'at' in is);
    if (beat === undefined || is === null) {
      write(number, '');
      show(number, false);
      // The button beside it begins anew.
      beat !== undefined && room.changed();
      return;
    }
    show(number, true);
    if ('until' in is) {
      write(number, String(is.until));
      stop = room.wire.clock.at(beat.starts - (is.until - 1) * 1_000, step);
      return;
    }
    write(number, String((is.at % BAR) + 1));
    mark(number, 'odd', is.at % 2 === 1);
    sound !== null && click(sound, is.at % BAR === 0);
    stop = room.wire.clock.at(is.next, step);
  };
  const leave = () => {
    stop();
    beat = undefined;
    void sound?.close();
    sound = null;
  };
  const draw = (/** @type {typeof beat} */ now, /** @type {boolean} */ shown) => {
    show(element, shown);
    // A class that asked for no sudden sound is not offered one.
    show(loud, room.doc.own?.hushed !== true);
    if (now?.starts !== beat?.starts) {
      stop();
      stop = () => {};
      beat = now;
      step();
    }
  };
  return { element, draw, leave };
}

/** @param {AudioContext} sound @param {boolean} first */
function click(sound, first) {
  const tone = sound.createOscillator();
  const soft = sound.createGain();
  tone.frequency.value = first ? 660 : 440;
  soft.gain.setValueAtTime(0.15, sound.currentTime);
  soft.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.12);
  tone.connect(soft).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.13);
}
