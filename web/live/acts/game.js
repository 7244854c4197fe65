import { button, make, mark, show, write } from '../dom.js';
import { t } from '../words.js';
import { beats } from './beat.js';
import { act, labelOf } from './parts.js';

/** @param {import('../room.js').LiveRoom} room one prompt for both whole classes, and a beat where they do it together */
export function game(room) {
  const how = make('p', 'how');
  const prompt = make('p', 'card-text');
  prompt.dir = 'auto';
  prompt.setAttribute('aria-live', 'polite');
  const beat = beats(room);
  const after = make('p', 'soft');
  const place = make('p', 'place');
  const back = button('turn', t('cards.back'), () => turn(-1));
  const on = button('turn', t('cards.next'), () => turn(1));
  const start = button('start primary', '', () => void act(room, goes ? 'game.stop' : 'game.start'));
  const press = make('div', 'actions', start, back, on);
  const element = make('div', 'game', how, prompt, beat.element, after, make('div', 'foot', place, press));
  let at = 0;
  let goes = false;
  const turn = (/** @type {number} */ by) => void act(room, 'game.turn', { to: at + by });
  const draw = (/** @type {any} */ is) => {
    at = is.at;
    write(how, said(room, is));
    write(prompt, is.prompt);
    write(place, t('cards.place', is.at + 1, is.count));
    show(place, is.count > 1);
    write(after, is.after ? t('cards.after', is.after) : '');
    show(after, is.after !== undefined);
    show(press, room.host);
    show(start, is.together === true);
    goes = is.beat !== undefined && room.now < is.beat.starts + is.beat.every * is.beat.count;
    write(start, t(goes ? 'game.stop' : 'game.start'));
    [back, on].forEach((one) => show(one, is.count > 1));
    back.disabled = is.at === 0;
    on.disabled = is.at + 1 >= is.count;
    mark(element, 'goes', goes);
    beat.draw(is.together ? is.beat : undefined, is.together === true);
  };
  return { element, draw, leave: beat.leave };
}

/** @param {import('../room.js').LiveRoom} room @param {any} is */
function said(room, is) {
  if (is.kind !== 'guess') {
    return t(`game.${is.kind}`);
  }
  return t(is.knows === room.classId ? 'game.guess.ours' : 'game.guess.theirs', labelOf(room, is.knows));
}
