import { button, make, mark, show, write } from '../dom.js';
import { t, clockText, untilText } from '../words.js';
import { lights } from './lights.js';
import { selftest } from './selftest.js';

/**
 * What the class sees before both are ready, and its adult's one press.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {() => void} openReady
 */
export function lobby(room, openReady) {
  const title = make('h1', 'title');
  const own = selftest(room);
  const label = make('p', 'name');
  const school = make('p', 'school');
  const motto = make('p', 'motto');
  const promise = make('p', 'promise');
  [label, school, motto].forEach((one) => (one.dir = 'auto'));
  const partner = make('section', 'partner', make('span', 'shape'), make('div', 'words', label, school, motto, promise));
  const both = lights(room);
  const countdown = make('p', 'countdown');
  countdown.setAttribute('role', 'timer');
  const hint = make('p', 'hint');
  hint.setAttribute('aria-live', 'polite');
  const say = button('ready primary', t('lobby.ready'), openReady);
  const element = make('section', 'lobby', title, own.element, partner, both.element, countdown, hint, say);
  const tick = () => {
    const head = room.doc.room;
    if (head === undefined || element.hidden) {
      return;
    }
    write(countdown, startText(head, room.now));
  };
  setInterval(tick, 1_000);
  const draw = () => {
    const head = room.doc.room;
    const other = room.partner;
    write(title, head?.title ?? '');
    own.draw();
    both.draw();
    tick();
    // Each class keeps the side of the screen that its picture will have.
    mark(element, 'own', (room.side?.rank ?? 0) > (other?.rank ?? 1) ? 'last' : 'first');
    if (other !== undefined) {
      mark(partner, 'shape', other.shape);
      write(label, other.label);
      write(school, other.school);
      write(motto, other.motto);
      write(promise, other.promise ? t(`promise.theirs.${other.promise}`, other.label) : '');
    }
    // Until a quarter of an hour before, the partner's side of the door is their own affair.
    const early = head?.phase === 'lobby';
    show(both.element, !early);
    show(promise, !early && other?.promise !== undefined);
    write(hint, hintOf(room, early));
    show(say, room.key && !early && !room.side?.ready);
  };
  return { element, draw };
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {boolean} early
 */
function hintOf(room, early) {
  if (early) {
    return t('lobby.early', clockText(room.doc.room?.opens ?? 0));
  }
  const waits = room.sides.map(([, side]) => side).find((side) => side.waits);
  if (waits !== undefined) {
    return t('lobby.leader', waits.school);
  }
  const mine = room.side?.ready;
  const theirs = room.partner?.ready;
  if (mine && theirs) {
    return t('lobby.both');
  }
  if (mine) {
    return t('lobby.mine', room.partner?.label ?? '');
  }
  return theirs ? t('lobby.theirs', room.partner?.label ?? '') : t('lobby.neither');
}

/**
 * How far off the start is.
 *
 * @param {import('../types.js').Head} head
 * @param {number} now
 */
export function startText(head, now) {
  const left = head.starts - now;
  return left > 0 ? t('lobby.until', untilText(left), clockText(head.starts)) : t('lobby.since', clockText(head.starts));
}
