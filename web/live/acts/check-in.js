import { make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { ballot } from './ballot.js';
import { feeling } from './feelings.js';
import { act, stepper, wears } from './parts.js';

/**
 * A jar for each class, filled by its hands: before and now side by side. A class counts for itself.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function checkIn(room) {
  const jars = make('div', 'jars');
  const ask = make('p', 'soft', t('checkin.count'));
  const count = make('ul', 'counting');
  const tablets = ballot(
    room,
    (word) => make('span', 'face', feeling(word), make('span', 'words', t(`checkin.${word}`))),
    () => undefined,
  );
  const choose = make('ul', 'feelings');
  const element = make('div', 'check-in', choose, jars, tablets.element, ask, count);
  /** What this class has counted, also before the server has it. @type {Record<string, number>} */
  let ours = {};
  let known = '';
  /** @type {Map<string, ReturnType<typeof stepper>>} */
  const steps = new Map();
  const change = (/** @type {string} */ word, /** @type {number} */ by) => {
    ours = { ...ours, [word]: Math.max(0, (ours[word] ?? 0) + by) };
    void act(room, 'checkin.count', { counts: ours });
    room.changed();
  };
  const draw = (/** @type {any} */ is, /** @type {any} */ own) => {
    const told = JSON.stringify(own.counts ?? {});
    if (told !== known) {
      known = told;
      ours = own.counts ?? {};
    }
    const hands = room.key && own.tablets === undefined;
    show(ask, hands);
    show(count, hands);
    tablets.draw({ options: is.words, most: is.scale === 'cares' ? is.words.length : 1, round: is.before ? 'after' : 'first', own, free: true });
    show(jars, !(own.tablets === 'open' && room.wire.you?.kind === 'tablet'));
    mark(element, 'scale', is.scale);
    const options = Object.fromEntries(is.words.map((/** @type {string} */ word, /** @type {number} */ rank) => [word, rank]));
    // What can be pointed to, for a class that is asked; an adult counts beside the same.
    show(choose, !hands && own.counts === undefined && !(own.tablets === 'open' && room.wire.you?.kind === 'tablet'));
    rows(
      choose,
      options,
      (word) => make('li', '', feeling(word), make('span', 'word', t(`checkin.${word}`))),
      () => undefined,
      ([, a], [, b]) => a - b,
    );
    rows(
      count,
      options,
      (word) => {
        const step = stepper(t(`checkin.${word}`), (by) => change(word, by));
        steps.set(word, step);
        return make('li', '', feeling(word), make('span', 'word', t(`checkin.${word}`)), step.element);
      },
      (_, __, word) => steps.get(word)?.draw(ours[word] ?? 0),
      ([, a], [, b]) => a - b,
    );
    rows(
      jars,
      Object.fromEntries(room.sides),
      () => make('section', 'jar', make('h2'), make('div', 'pair')),
      (row, side, id) => jar(room, row, id, side, is, own),
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element, draw };
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {HTMLElement} row
 * @param {string} id
 * @param {import('../types.js').Side} side
 * @param {any} is
 * @param {any} own
 */
function jar(room, row, id, side, is, own) {
  const mine = id === room.classId;
  const now = mine && own.counts ? own.counts : is.counts[id];
  const before = mine && own.before ? own.before : is.before?.[id];
  write(/** @type {Node} */ (row.firstChild), side.label);
  wears(row, room, id);
  const whole = /** @type {HTMLElement} */ (row.lastChild);
  rows(
    whole,
    { ...(before && { a: [t('checkin.before'), before] }), b: [before ? t('checkin.now') : '', now] },
    () => make('div', 'glass', make('p', 'when'), make('ul')),
    (glass, [when, counts]) => fill(glass, when, counts, is.words),
  );
}

/**
 * @param {HTMLElement} glass
 * @param {string} when
 * @param {Record<string, number | string> | undefined} counts
 * @param {string[]} words
 */
function fill(glass, when, counts, words) {
  write(/** @type {Node} */ (glass.firstChild), when);
  mark(glass, 'empty', counts === undefined);
  const all = Object.entries(counts ?? {}).filter(([, count]) => count !== 0);
  rows(
    /** @type {HTMLElement} */ (glass.lastChild),
    all.length > 0 ? Object.fromEntries(all) : { none: 0 },
    (word) => make('li', '', feeling(word), make('span', 'words')),
    (row, count, word) => {
      const text = word === 'none' ? t('checkin.none') : t('checkin.line', t(`checkin.${word}`), count === 'few' ? t('checkin.few') : count);
      write(/** @type {Node} */ (row.lastChild), text);
      row.style.setProperty('--many', String(count === 'few' ? 2 : count));
    },
    ([a], [b]) => words.indexOf(a) - words.indexOf(b),
  );
}
