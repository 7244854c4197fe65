import { button, make, show, write } from '../dom.js';
import { t } from '../words.js';

/**
 * Less, a number, more: for hands that an adult counts.
 *
 * @param {string} label
 * @param {(by: number) => void} change
 */
export function stepper(label, change) {
  const number = make('output', 'number', '0');
  const less = button('less', '−', () => change(-1));
  const more = button('more', '+', () => change(1));
  less.setAttribute('aria-label', t('act.less', label));
  more.setAttribute('aria-label', t('act.more', label));
  const element = make('div', 'stepper', less, number, more);
  return { element, draw: (/** @type {number} */ value) => write(number, String(value)) };
}

/**
 * A line to write, and one question back where it looks like a pupil's name: one press goes on.
 *
 * @param {string} label
 * @param {number} most characters
 * @param {string} press
 * @param {(text: string, sure: boolean) => Promise<string>} send answers the refusal's code, or nothing
 */
export function writing(label, most, press, send) {
  const input = make('input');
  input.type = 'text';
  input.maxLength = most;
  input.dir = 'auto';
  input.autocomplete = 'off';
  const question = make('p', 'name-asked', make('span', '', t('act.name')));
  const fine = button('fine', t('act.name.fine'), () => void go(true));
  question.append(fine);
  question.setAttribute('role', 'alert');
  question.hidden = true;
  const form = make('form', 'writing', make('label', '', make('span', '', label), input), make('button', 'primary', press), question);
  const go = async (/** @type {boolean} */ sure) => {
    const code = await send(input.value, sure);
    show(question, code === 'text.name', input);
    if (code === '') {
      input.value = '';
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void go(false);
  });
  return form;
}

/**
 * The name of a class.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 */
export function labelOf(room, classId) {
  return room.doc.sides?.[classId]?.label ?? '';
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 */
export function shapeOf(room, classId) {
  return room.doc.sides?.[classId]?.shape ?? 'sun';
}

/**
 * Draw an element in a class's shape and colour.
 *
 * @param {HTMLElement} element
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 */
export function wears(element, room, classId) {
  element.setAttribute('data-shape', shapeOf(room, classId));
}

/**
 * Do something in the lesson's activity. What looks like a pupil's name is asked about beside the
 * line, not told as a refusal.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {string} name
 * @param {object} [body]
 * @returns {Promise<string>} the refusal's code, or nothing
 */
export async function act(room, name, body) {
  const answer = await room.wire.say(name, { segment: room.doc.lesson?.place ?? '', ...body });
  if (!('no' in answer)) {
    return '';
  }
  if (answer.code !== 'text.name') {
    room.refused(answer);
  }
  return answer.code || 'away';
}
