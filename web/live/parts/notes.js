import { make, rows, write } from '../dom.js';
import { clockText, t } from '../words.js';

const LONGEST = 500;

/** @param {import('../room.js').LiveRoom} room words among the adults; no board ever gets them */
export function notes(room) {
  const list = make('ol');
  const log = make('div', 'log', list);
  log.setAttribute('role', 'log');
  log.setAttribute('aria-label', t('notes.title'));
  // What scrolls must be reached by the keyboard.
  log.tabIndex = 0;
  const input = make('input');
  input.type = 'text';
  input.maxLength = LONGEST;
  input.autocomplete = 'off';
  const send = make('button', '', t('notes.send'));
  const form = make('form', '', make('label', '', make('span', '', t('notes.label')), input), send);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    // What was typed is kept until it is known to be said.
    if (text !== '' && (await room.ask('note.say', { text })) && input.value.trim() === text) {
      input.value = '';
    }
  });
  const element = make('section', 'notes', make('h2', '', t('notes.title')), log, form);
  let last = 0;
  const draw = () => {
    const all = room.doc.notes ?? {};
    rows(
      list,
      all,
      () => {
        const text = make('span', 'text');
        // Each note runs in the direction of its own script.
        text.dir = 'auto';
        return make('li', '', make('span', 'from'), text);
      },
      (row, note) => {
        write(/** @type {Node} */ (row.firstChild), `${note.from}, ${clockText(note.at)}`);
        write(/** @type {Node} */ (row.lastChild), note.text);
      },
      ([, a], [, b]) => a.at - b.at,
    );
    const count = Object.keys(all).length;
    if (count !== last) {
      last = count;
      log.scrollTop = log.scrollHeight;
    }
  };
  return { element, draw };
}
