import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { act, labelOf, wears } from './parts.js';
import { still } from './picture.js';

/**
 * Whose turn it is to show. The stage draws that class large; or there are its pictures, or those
 * of all classes.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function showing(room) {
  const who = make('p', 'whose');
  who.setAttribute('aria-live', 'polite');
  const one = still(room);
  const wall = make('ul', 'wall');
  const list = make('div', 'actions');
  const both = button('both', t('show.both'), () => void act(room, 'show.both'));
  const every = button('every', t('show.wall'), () => void act(room, 'show.wall'));
  const press = make('div', 'actions', list, both, every);
  const own = turning(room);
  const element = make('div', 'showing', who, one.element, wall, own.element, press);
  const draw = (/** @type {any} */ is, /** @type {any} */ mine) => {
    write(who, is.wall ? t('show.wall.words') : is.whose ? t(is.whose === room.classId ? 'show.ours' : 'show.theirs', labelOf(room, is.whose)) : t('show.all'));
    mark(element, 'view', is.picture ? 'picture' : is.wall ? 'wall' : 'live');
    show(one.element, is.picture !== undefined);
    if (is.picture) {
      one.draw(is.picture.id, is.picture.alt);
    }
    show(wall, is.wall !== undefined);
    hang(room, wall, is.wall ?? {});
    own.draw(is, mine.pictures ?? 0);
    show(press, room.host);
    show(every, is.hangs === true);
    every.setAttribute('aria-pressed', String(is.wall !== undefined));
    mark(both, 'pressed', is.whose === undefined && is.wall === undefined);
    rows(
      list,
      Object.fromEntries(room.sides),
      (id) => button('pick', '', () => void act(room, 'show.whose', { class: id })),
      (row, side, id) => {
        write(row, t('show.large', side.label));
        row.setAttribute('aria-pressed', String(is.whose === id && is.picture === undefined));
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element, draw };
}

/** @typedef {{alt: string, class: string, rank: number}} Hanging */

/** The stills of each row that hangs. @type {WeakMap<HTMLElement, ReturnType<typeof still>>} */
const made = new WeakMap();

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {HTMLElement} wall
 * @param {Record<string, Hanging>} pictures
 */
function hang(room, wall, pictures) {
  const many = Object.keys(pictures).length;
  mark(wall, 'many', many > 12 ? 'most' : many > 6 ? 'many' : many > 4 ? 'some' : 'few');
  rows(
    wall,
    pictures,
    () => {
      const tile = still(room, true);
      const row = make('li', 'tile', tile.element);
      made.set(row, tile);
      return row;
    },
    (row, picture, id) => {
      wears(row, room, picture.class);
      made.get(row)?.draw(id, picture.alt);
    },
    ([, a], [, b]) => a.rank - b.rank,
  );
}

/**
 * An adult goes through the pictures of her own class.
 *
 * @param {import('../room.js').LiveRoom} room
 */
function turning(room) {
  let at = 0;
  const turn = (/** @type {number} */ to) => void act(room, 'show.picture', { to });
  const begin = button('begin', t('show.pictures'), () => turn(0));
  const back = button('back', t('show.before'), () => turn(at - 1));
  const place = make('span', 'place');
  const on = button('on primary', t('show.next'), () => turn(at + 1));
  const element = make('div', 'actions turning', begin, back, place, on);
  const draw = (/** @type {any} */ is, /** @type {number} */ ours) => {
    const now = is.picture !== undefined && is.whose === room.classId;
    at = is.at ?? 0;
    show(element, room.key && ours > 0);
    show(begin, !now);
    [back, place, on].forEach((part) => show(part, now));
    write(place, t('show.place', at + 1, is.count ?? 0));
    back.disabled = at === 0;
    on.disabled = at + 1 >= ours;
  };
  return { element, draw };
}
