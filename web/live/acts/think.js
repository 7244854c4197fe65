import { make, write } from '../dom.js';
import { t } from '../words.js';

/** @param {import('../room.js').LiveRoom} room quiet: the microphones are off, and the strip's clock runs */
export function think(room) {
  const about = make('p', 'about');
  about.dir = 'auto';
  const quiet = make('p', 'quiet');
  const element = make('div', 'think', about, quiet);
  const draw = (/** @type {any} */ is) => {
    write(about, is.about);
    write(quiet, t(room.doc.lesson?.quiet ? 'think.quiet' : 'think.paused'));
  };
  return { element, draw };
}
