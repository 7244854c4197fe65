import { button, make, show, write } from '../dom.js';
import { t } from '../words.js';

/**
 * "Can you see Miss Khan?": asked when the partner's adult is silent but their camera is here.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function question(room) {
  const title = make('h2');
  const why = make('p', '', t('question.why'));
  const left = make('p', 'left');
  const say = (/** @type {boolean} */ seen) => () => {
    const about = room.doc.own?.question?.about;
    if (about !== undefined) {
      void room.ask('key.seen', { about, seen });
    }
  };
  const yes = button('yes primary', t('question.yes'), say(true));
  const no = button('no', t('question.no'), say(false));
  const element = make('section', 'question', title, why, make('div', 'actions', yes, no), left);
  element.setAttribute('role', 'alert');
  element.hidden = true;
  const tick = () => {
    const until = room.doc.own?.question?.until;
    if (until !== undefined) {
      write(left, t('question.left', Math.max(0, Math.ceil((until - room.now) / 1000))));
    }
  };
  // Read out once as it comes, not at every second of it.
  left.setAttribute('aria-hidden', 'true');
  setInterval(tick, 1_000);
  const draw = () => {
    const asked = room.doc.own?.question;
    show(element, asked !== undefined && room.key);
    if (asked !== undefined) {
      write(title, t('question.title', asked.adult));
      tick();
    }
  };
  return { element, draw };
}
