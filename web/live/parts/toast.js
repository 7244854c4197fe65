import { make, show, write } from '../dom.js';

const STAYS = 8_000;

/** @param {import('../room.js').LiveRoom} room short sentences for the person, read out politely */
export function toast(room) {
  const text = make('p');
  const element = make('div', 'toast', text);
  element.setAttribute('role', 'status');
  element.hidden = true;
  let gone = 0;
  room.addEventListener('toast', (event) => {
    // A live region that is hidden when its text changes is not read out.
    show(element, true);
    write(text, /** @type {CustomEvent<string>} */ (event).detail);
    clearTimeout(gone);
    gone = window.setTimeout(() => {
      show(element, false);
      write(text, '');
    }, STAYS);
  });
  return { element, draw: () => undefined };
}
