import { button, make, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { act, labelOf, wears, writing } from './parts.js';

const CHARACTERS = 120;

/** @param {import('../room.js').LiveRoom} room one result of both classes; what is the same is a thread between them */
export function together(room) {
  const lists = make('div', 'gathered');
  const write_here = make('div', 'write');
  const element = make('div', 'together', lists, write_here);
  let kinds = '';
  const draw = (/** @type {any} */ is) => {
    if (kinds !== is.kinds.join()) {
      kinds = is.kinds.join();
      write_here.replaceChildren(
        ...(is.written ?? is.kinds).map((/** @type {string} */ kind) =>
          writing(t(`together.${kind}`), CHARACTERS, t('together.write'), (text, sure) => act(room, 'together.write', { kind, text, sure })),
        ),
      );
    }
    show(write_here, room.key);
    rows(
      lists,
      Object.fromEntries(is.kinds.map((/** @type {string} */ kind, /** @type {number} */ rank) => [kind, rank])),
      (kind) => make('section', `kind ${kind}`, make('h2', '', t(`together.${kind}`)), make('ul')),
      (row, _, kind) => entries(room, /** @type {HTMLElement} */ (row.lastChild), kind, is.entries, is.written?.includes(kind) ?? true),
      ([, a], [, b]) => a - b,
    );
  };
  return { element, draw };
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {HTMLElement} list
 * @param {string} kind
 * @param {Record<string, {by: string, kind: string, text: string, rank: number}>} all
 * @param {boolean} written whether it is written now
 */
function entries(room, list, kind, all, written) {
  rows(
    list,
    Object.fromEntries(Object.entries(all).filter(([, one]) => one.kind === kind)),
    (entry) => {
      const text = make('span', 'text');
      text.dir = 'auto';
      const drop = button('drop', '×', () => void act(room, 'together.drop', { entry }));
      return make('li', '', make('span', 'shape'), text, drop);
    },
    (row, one) => {
      wears(row, room, one.by);
      write(/** @type {Node} */ (row.children[1]), one.text);
      const drop = /** @type {HTMLElement} */ (row.lastChild);
      drop.setAttribute('aria-label', t('together.drop', one.text));
      show(drop, written && room.key && one.by === room.classId);
      row.title = labelOf(room, one.by);
    },
    ([, a], [, b]) => a.rank - b.rank,
  );
}
