import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { airtime } from './airtime.js';
import { act, labelOf, wears } from './parts.js';

/** @param {import('../room.js').LiveRoom} room the talking token: who speaks, who is next, and how many wait */
export function talk(room) {
  const now = make('p', 'speaks');
  now.setAttribute('aria-live', 'polite');
  const next = make('p', 'next-speaks');
  const circle = make('p', 'circle');
  circle.setAttribute('aria-live', 'polite');
  const swap = button('swap', t('talk.swap'), () => void act(room, 'talk.swap', { half: half === 1 ? 2 : 1 }));
  let half = 0;
  const off = make('p', 'off');
  off.setAttribute('role', 'status');
  const wait = make('p', 'soft');
  const want = button('want', t('talk.want'), () => void act(room, 'talk.want'));
  const unwant = button('unwant', t('talk.unwant'), () => void act(room, 'talk.unwant'));
  let turn = 0;
  const pass = button('pass primary', '', () => void act(room, 'talk.pass', { turn }));
  let follows = false;
  const follow = button('follow', '', () => void act(room, 'talk.follow', { on: !follows }));
  const heard = make('ul', 'heard');
  const even = balance(room);
  const element = make('div', 'talk', now, next, circle, off, make('div', 'actions', pass, want, unwant, swap, follow), wait, heard, even.element);
  const air = airtime(room);
  const draw = (/** @type {any} */ is, /** @type {any} */ own) => {
    turn = is.turn;
    follows = is.follow === true;
    half = is.half ?? 0;
    write(circle, half === 0 ? '' : t(half === 1 ? 'talk.circle.first' : 'talk.circle.second'));
    show(circle, half > 0);
    show(swap, room.host && half > 0);
    write(now, speaks(room, is));
    wears(now, room, is.speaking ?? '');
    write(next, follower(room, is));
    show(next, next.textContent !== '');
    write(off, is.follow ? (is.speaking ? t(is.speaking === room.classId ? 'talk.off.theirs' : 'talk.off.ours') : t('talk.follows')) : '');
    show(off, is.follow === true);
    mark(off, 'ours', is.follow === true && is.speaking !== undefined && is.speaking !== room.classId);
    const last = is.rule === 'each' && is.after === undefined;
    write(pass, last ? t('talk.done') : t('talk.pass', labelOf(room, is.after ?? '')));
    show(pass, room.host && (is.after !== undefined || (last && is.speaking !== undefined)));
    show(want, room.side !== undefined && room.wire.you?.role !== 'observer');
    show(unwant, room.key && own.waiting > 0);
    write(follow, t(is.follow ? 'talk.unfollow' : 'talk.follow'));
    show(follow, room.host);
    write(wait, own.waiting > 0 ? t('talk.waiting', own.waiting) : '');
    show(heard, is.turns !== undefined);
    rows(
      heard,
      Object.fromEntries(room.sides),
      () => make('li'),
      (row, side, id) => write(row, t('talk.heard', side.label, is.turns?.[id] ?? 0, is.waiting?.[id] ?? 0)),
      ([, a], [, b]) => a.rank - b.rank,
    );
    even.draw(is);
    air.draw();
  };
  return { element, draw, leave: air.leave };
}

/** @param {import('../room.js').LiveRoom} room @param {any} is */
function speaks(room, is) {
  if (is.speaking) {
    return t(is.speaking === room.classId ? 'talk.ours' : 'talk.theirs', labelOf(room, is.speaking));
  }
  return t(is.rule === 'each' && is.turn > 0 ? 'talk.over' : 'talk.first');
}

/** @param {import('../room.js').LiveRoom} room @param {any} is */
function follower(room, is) {
  if (is.after) {
    return t('talk.next', labelOf(room, is.after));
  }
  return is.rule === 'each' ? (is.speaking ? t('talk.last') : '') : t('talk.all');
}

/** @param {import('../room.js').LiveRoom} room for adults: how the talk is shared, and whom to ask where it leans */
function balance(room) {
  const bar = make('div', 'share');
  const nudge = make('p', 'nudge');
  nudge.setAttribute('role', 'status');
  const element = make('div', 'balance', make('h2', '', t('talk.balance')), bar, nudge);
  const draw = (/** @type {any} */ is) => {
    show(element, is.air !== undefined);
    if (is.air === undefined) {
      return;
    }
    const all = Math.max(1, /** @type {number[]} */ (Object.values(is.air)).reduce((sum, one) => sum + one, 0));
    rows(
      bar,
      Object.fromEntries(room.sides),
      () => make('span'),
      (part, side, id) => {
        const share = Math.round((100 * (is.air[id] ?? 0)) / all);
        wears(part, room, id);
        part.style.setProperty('--share', String(Math.max(share, 18)));
        write(part, t('talk.share', side.label, share));
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
    write(nudge, is.most ? t('talk.nudge', labelOf(room, is.most), labelOf(room, is.least)) : t('talk.even'));
    mark(nudge, 'leans', is.most !== undefined);
  };
  return { element, draw };
}
