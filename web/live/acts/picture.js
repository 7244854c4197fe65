import { make, write } from '../dom.js';
import { t } from '../words.js';

/**
 * A still picture of a class with what can be seen in it, said beneath. It is asked for by this
 * device's own pass; where it has been taken back, its words are left out too.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {boolean} [small] one of many
 */
export function still(room, small = false) {
  const img = make('img');
  const words = make('figcaption');
  words.dir = 'auto';
  const element = make('figure', 'still', img, words);
  let shown = '';
  let gone = false;
  img.addEventListener('error', () => {
    gone = true;
    img.hidden = true;
    write(words, t('still.gone'));
  });
  const draw = (/** @type {string} */ id, /** @type {string} */ alt) => {
    if (id !== shown) {
      shown = id;
      gone = false;
      img.hidden = false;
      img.src = `/room/${room.id}/${room.me}/pictures/${id}${small ? '?size=small' : ''}`;
    }
    if (!gone) {
      img.alt = alt;
      write(words, alt);
    }
  };
  return { element, draw };
}

/**
 * What of the boards the classes themselves keep, beside what there is to look at.
 *
 * @param {import('../types.js').Segment | undefined} segment
 * @returns {'pictures' | 'signer' | undefined} nothing: the boards are shared as ever
 */
export function laneOf(segment) {
  const act = segment?.act ?? {};
  if (segment?.do === 'cards' && act.signer !== undefined) {
    return 'signer';
  }
  const pictures = (segment?.do === 'show' && (act.picture ?? act.wall)) || (segment?.do === 'cards' && act.about);
  return pictures ? 'pictures' : undefined;
}
