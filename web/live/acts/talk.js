import { button, make, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { act, labelOf, wears } from './parts.js';

/** @param {import('../room.js').LiveRoom} room the talking token: who speaks, who is next, and how many wait */
export function talk(room) {
  const now = make('p', 'speaks');
  now.setAttribute('aria-live', 'polite');
  const next = make('p', 'next-speaks');
  const wait = make('p', 'soft');
  const want = button('want', t('talk.want'), () => void act(room, 'talk.want'));
  const unwant = button('unwant', t('talk.unwant'), () => void act(room, 'talk.unwant'));
  let turn = 0;
  const pass = button('pass primary', '', () => void act(room, 'talk.pass', { turn }));
  const heard = make('ul', 'heard');
  const element = make('div', 'talk', now, next, make('div', 'actions', pass, want, unwant), wait, heard);
  const draw = (/** @type {any} */ is, /** @type {any} */ own) => {
    turn = is.turn;
    write(now, is.speaking ? t(is.speaking === room.classId ? 'talk.ours' : 'talk.theirs', labelOf(room, is.speaking)) : t('talk.first'));
    wears(now, room, is.speaking ?? '');
    write(next, is.after ? t('talk.next', labelOf(room, is.after)) : t('talk.all'));
    write(pass, t('talk.pass', labelOf(room, is.after ?? '')));
    show(pass, room.host && is.after !== undefined);
    show(want, room.side !== undefined && room.wire.you?.role !== 'observer');
    show(unwant, room.key && own.waiting > 0);
    write(wait, own.waiting > 0 ? t('talk.waiting', own.waiting) : '');
    show(heard, is.turns !== undefined);
    rows(
      heard,
      Object.fromEntries(room.sides),
      () => make('li'),
      (row, side, id) => write(row, t('talk.heard', side.label, is.turns?.[id] ?? 0, is.waiting?.[id] ?? 0)),
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element, draw };
}
