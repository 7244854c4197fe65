import { make, mark } from '../dom.js';
import { pane } from './pane.js';

/** @param {import('../room.js').LiveRoom} room both classes side by side, neither larger than the other */
export function stage(room) {
  const element = make('section', 'stage');
  element.hidden = true;
  /** @type {Map<string, ReturnType<typeof pane>>} */
  const panes = new Map();
  const draw = () => {
    for (const [id] of room.sides) {
      if (!panes.has(id)) {
        const one = pane(room, id);
        panes.set(id, one);
        element.append(one.element);
      }
    }
    mark(element, 'classes', String(panes.size));
    panes.forEach((one) => one.draw());
  };
  return { element, draw };
}
