import { make, mark, show } from '../dom.js';
import { t } from '../words.js';
import { cards } from './cards.js';
import { checkIn } from './check-in.js';
import { draw as drawing } from './draw.js';
import { game } from './game.js';
import { questions } from './questions.js';
import { showing } from './show.js';
import { talk } from './talk.js';
import { think } from './think.js';
import { together } from './together.js';
import { vote } from './vote.js';

/**
 * @typedef {import('../room.js').LiveRoom} LiveRoom
 * @typedef {{element: HTMLElement, draw: (act: any, own: any) => void, leave?: () => void}} Act what an activity
 *   shows: its common part of the document, and what only the own class's devices see; and what it stops when it is over
 */

/** Every activity by its name on the wire. @type {Record<string, (room: LiveRoom) => Act>} */
const MAKERS = { cards, 'check-in': checkIn, draw: drawing, game, questions, show: showing, talk, think, together, vote };

/**
 * The activity of the segment that goes on, drawn by its own file.
 *
 * @param {LiveRoom} room
 */
export function activity(room) {
  const element = make('section', 'act');
  element.hidden = true;
  // On a small board it scrolls, and must for who has no mouse.
  element.tabIndex = 0;
  element.setAttribute('aria-label', t('act.label'));
  /** @type {Map<string, Act>} */
  const made = new Map();
  const draw = () => {
    const segment = room.doc.lesson?.segment;
    show(element, segment !== undefined && !room.over);
    mark(element, 'do', segment?.do);
    // What is over is made again when it comes again: nothing hidden stays behind, or goes on.
    for (const [id, act] of made) {
      if (id !== segment?.id || room.over) {
        act.leave?.();
        act.element.remove();
        made.delete(id);
      }
    }
    if (segment === undefined || room.over) {
      return;
    }
    const maker = MAKERS[segment.do];
    if (maker !== undefined && !made.has(segment.id)) {
      const act = maker(room);
      made.set(segment.id, act);
      element.append(act.element);
    }
    made.get(segment.id)?.draw(segment.act, room.doc.own?.act ?? {});
  };
  return { element, draw };
}
