import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { act, labelOf } from './parts.js';

/** @param {import('../room.js').LiveRoom} room whose turn it is to show; the stage draws that class large */
export function showing(room) {
  const who = make('p', 'whose');
  who.setAttribute('aria-live', 'polite');
  const list = make('div', 'actions');
  const both = button('both', t('show.both'), () => void act(room, 'show.both'));
  const press = make('div', 'actions', list, both);
  const element = make('div', 'showing', who, press);
  const draw = (/** @type {any} */ is) => {
    write(who, is.whose ? t(is.whose === room.classId ? 'show.ours' : 'show.theirs', labelOf(room, is.whose)) : t('show.all'));
    show(press, room.host);
    mark(both, 'pressed', is.whose === undefined);
    rows(
      list,
      Object.fromEntries(room.sides),
      (id) => button('pick', '', () => void act(room, 'show.whose', { class: id })),
      (row, side, id) => {
        write(row, t('show.large', side.label));
        row.setAttribute('aria-pressed', String(is.whose === id));
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element, draw };
}
