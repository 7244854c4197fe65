import { make, show, write } from '../dom.js';
import { t } from '../words.js';

/**
 * What to do when pictures cannot get through. The number is shown to adults only: a board's
 * document does not hold it.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function stuck(room) {
  const words = make('p');
  const call = make('a', 'phone');
  const element = make('section', 'stuck', words, call);
  element.setAttribute('role', 'alert');
  element.hidden = true;
  const draw = () => {
    const other = room.sides.find(([id]) => id !== room.classId);
    const phone = other && room.doc.phones?.[other[0]];
    show(element, room.flows && room.video.stuck);
    write(words, t('stuck', other?.[1].school ?? ''));
    show(call, Boolean(phone));
    if (phone) {
      write(call, phone);
      call.href = `tel:${phone.replaceAll(' ', '')}`;
    }
  };
  // Nothing else tells the page that time has passed.
  setInterval(draw, 1_000);
  return { element, draw };
}
