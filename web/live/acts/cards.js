import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { act } from './parts.js';
import { still } from './picture.js';

/** @param {import('../room.js').LiveRoom} room one card on both boards, turned by whoever leads */
export function cards(room) {
  const card = make('p', 'card-text');
  card.dir = 'auto';
  card.setAttribute('aria-live', 'polite');
  const about = still(room);
  const place = make('p', 'place');
  const after = make('p', 'soft');
  const back = button('turn', t('cards.back'), () => turn(-1));
  const on = button('turn primary', t('cards.next'), () => turn(1));
  const press = make('div', 'actions', back, on);
  const sign = signing(room);
  const element = make('div', 'cards', about.element, card, after, make('div', 'foot', place, press, sign.element));
  let at = 0;
  const turn = (/** @type {number} */ by) => void act(room, 'cards.turn', { to: at + by });
  const draw = (/** @type {any} */ is) => {
    at = is.at;
    mark(element, 'sort', is.sort);
    mark(element, 'about', is.about !== undefined);
    show(about.element, is.about !== undefined);
    if (is.about) {
      about.draw(is.about.id, is.about.alt);
    }
    write(card, is.card ?? '');
    write(place, t('cards.place', is.at + 1, is.count));
    write(after, is.after ? t('cards.after', is.after) : '');
    show(after, is.after !== undefined);
    show(press, room.host);
    back.disabled = is.at === 0;
    on.disabled = is.at + 1 >= is.count;
    sign.draw(is.signer);
  };
  return { element, draw };
}

/**
 * Whose adult signs: her class stays large beside the cards.
 *
 * @param {import('../room.js').LiveRoom} room
 */
function signing(room) {
  const list = make('div', 'actions');
  const none = button('none', t('cards.unsign'), () => void act(room, 'cards.unsign'));
  const element = make('details', 'signing', make('summary', '', t('cards.signing')), make('div', 'actions', list, none));
  const draw = (/** @type {string | undefined} */ signer) => {
    show(element, room.host);
    show(none, signer !== undefined);
    rows(
      list,
      Object.fromEntries(room.sides),
      (id) => button('pick', '', () => void act(room, 'cards.sign', { class: id })),
      (row, side, id) => {
        write(row, t('cards.sign', side.label));
        row.setAttribute('aria-pressed', String(signer === id));
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element, draw };
}
