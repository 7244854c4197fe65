import { make, show, write } from '../dom.js';
import { t, clockText } from '../words.js';

const FIVE = 5 * 60_000;
const ONE = 60_000;

/**
 * Signs at five minutes and at one; after the end, that there is time for the goodbye. Nothing is
 * ever cut off by them.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function sign(room) {
  const element = make('p', 'sign');
  element.setAttribute('role', 'status');
  element.hidden = true;
  const draw = () => {
    const head = room.doc.room;
    const left = head ? head.ends - room.now : Infinity;
    const shown = head?.phase === 'live' && !room.over && left <= FIVE;
    if (shown) {
      write(element, left > ONE ? t('sign.five') : left > 0 ? t('sign.one') : t('sign.goodbye', clockText(head.last)));
    }
    show(element, shown);
  };
  setInterval(draw, 1_000);
  return { element, draw };
}
