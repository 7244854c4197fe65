import { button, make, mark, show, write } from '../dom.js';
import { t } from '../words.js';
import { startText } from './lobby.js';

/** @param {import('../room.js').LiveRoom} room the one press that a browser wants before it plays sound or opens a camera */
export function join(room) {
  const press = button('press primary', t('join.press'), () => room.join());
  const element = make('div', 'join-sound', press, make('p', '', t('join.words')));
  const draw = () => {
    show(element, (!room.joined || room.soundHeld) && mayJoin(room));
  };
  element.hidden = true;
  return { element, draw };
}

/**
 * A board's first look: whom the class meets, when, and that one press. Nothing else is shown before.
 * Where the browser holds the sound back later, the press alone comes again, below the pictures.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function firstLook(room) {
  const name = make('h1', 'name');
  const school = make('p', 'school');
  [name, school].forEach((one) => (one.dir = 'auto'));
  const time = make('p', 'countdown');
  const whom = [make('span', 'shape'), make('p', 'meet', t('join.meet')), name, school, time];
  const press = button('press primary', t('join.press'), () => room.join());
  const element = make('section', 'join-sound', ...whom, press, make('p', 'words', t('join.words')));
  element.hidden = true;
  const waits = () => !room.joined && mayJoin(room);
  const tick = () => {
    if (room.doc.room !== undefined && !element.hidden) {
      write(time, startText(room.doc.room, room.now));
    }
  };
  setInterval(tick, 1_000);
  const draw = () => {
    const first = waits();
    show(element, first || (room.soundHeld && mayJoin(room)));
    mark(element, 'whole', first);
    whom.forEach((one) => show(one, first));
    mark(element, 'shape', room.partner?.shape);
    write(name, room.partner?.label ?? room.doc.room?.title ?? '');
    write(school, room.partner?.school ?? '');
    tick();
  };
  return { element, draw, waits };
}

/** @param {import('../room.js').LiveRoom} room a tablet sends nothing and plays nothing */
function mayJoin(room) {
  return room.wire.you?.kind !== 'tablet' && !room.over && room.doc.own !== undefined;
}
