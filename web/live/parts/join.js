import { button, make, show } from '../dom.js';
import { t } from '../words.js';

/** @param {import('../room.js').LiveRoom} room the one press that a browser wants before it plays sound or opens a camera */
export function join(room) {
  const press = button('press primary', t('join.press'), () => room.join());
  const element = make('div', 'join-sound', press, make('p', '', t('join.words')));
  const draw = () => {
    // A tablet sends nothing and plays nothing.
    const waits = (!room.joined || room.soundHeld) && room.wire.you?.kind !== 'tablet';
    show(element, waits && !room.over && room.doc.own !== undefined);
  };
  element.hidden = true;
  return { element, draw };
}
