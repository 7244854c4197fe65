import { make, mark } from '../dom.js';
import { pane } from './pane.js';

/**
 * Both classes side by side, neither larger than the other.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {string} name its class, for the style
 */
export function stage(room, name) {
  const element = make('section', name);
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
    const segment = room.doc.lesson?.segment;
    const large = segment?.do === 'show' && segment.act.picture === undefined ? segment.act.whose : undefined;
    const signer = segment?.do === 'cards' ? segment.act.signer : undefined;
    const token = segment?.do === 'talk' ? segment.act.speaking : undefined;
    panes.forEach((one, id) => {
      mark(one.element, 'large', large !== undefined && id === large);
      mark(one.element, 'signer', signer !== undefined && id === signer);
      mark(one.element, 'token', token !== undefined && id === token);
    });
    mark(element, 'large', large !== undefined && panes.has(large));
    panes.forEach((one) => one.draw());
  };
  return { element, draw };
}
