import { button, make, mark, show, write } from '../dom.js';
import { t } from '../words.js';
import { act } from './parts.js';

/** @param {import('../room.js').LiveRoom} room one card on both boards, turned by whoever leads */
export function cards(room) {
  const card = make('p', 'card-text');
  card.dir = 'auto';
  card.setAttribute('aria-live', 'polite');
  const place = make('p', 'place');
  const after = make('p', 'soft');
  const back = button('turn', t('cards.back'), () => turn(-1));
  const on = button('turn primary', t('cards.next'), () => turn(1));
  const press = make('div', 'actions', back, on);
  const element = make('div', 'cards', card, after, make('div', 'foot', place, press));
  let at = 0;
  const turn = (/** @type {number} */ by) => void act(room, 'cards.turn', { to: at + by });
  const draw = (/** @type {any} */ is) => {
    at = is.at;
    mark(element, 'sort', is.sort);
    write(card, is.card ?? '');
    write(place, t('cards.place', is.at + 1, is.count));
    write(after, is.after ? t('cards.after', is.after) : '');
    show(after, is.after !== undefined);
    show(press, room.host);
    back.disabled = is.at === 0;
    on.disabled = is.at + 1 >= is.count;
  };
  return { element, draw };
}
