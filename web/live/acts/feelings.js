import { make } from '../dom.js';
import { shape } from '../parts/icon.js';

const ROUND = 'M24 4a20 20 0 1 0 0 40a20 20 0 1 0 0-40z';
const CLOUD = 'M14 34a8 8 0 0 1 0-16a11 11 0 0 1 21-1a8.5 8.5 0 0 1 0 17z';
const EYES = 'M17 19v3M31 19v3';
const SUN = 'M24 14a10 10 0 1 0 0 20a10 10 0 1 0 0-20z';

/**
 * Each drawing on a square of 48: what is filled, and what is only drawn over it.
 *
 * @type {Record<string, [string, string]>}
 */
const DRAWN = {
  happy: [ROUND, `${EYES}M14 28q10 10 20 0`],
  calm: [ROUND, 'M13 20q4 4 8 0M27 20q4 4 8 0M17 31q7 4 14 0'],
  excited: [ROUND, 'M12 21l5-5 5 5M26 21l5-5 5 5M14 27h20q-2 11-10 11t-10-11z'],
  nervous: [ROUND, `${EYES}M12 15l8-3M36 15l-8-3M14 33l4-4 4 4 4-4 4 4 4-4`],
  tired: [ROUND, 'M12 21h9M27 21h9M19 33h10M38 3h7l-7 9h7'],
  sad: [ROUND, `${EYES}M15 34q9-9 18 0M35 25q-3 5 0 6t0-6`],
  angry: [ROUND, 'M12 15l9 4M36 15l-9 4M17 22v2M31 22v2M15 35q9-8 18 0z'],
  scared: [ROUND, 'M16 17a3 3 0 1 0 1 0M32 17a3 3 0 1 0 1 0M24 28q6 0 6 5t-6 5t-6-5t6-5zM11 12l6-3M37 12l-6-3'],
  sunny: [SUN, 'M24 3v5M24 40v5M3 24h5M40 24h5M9 9l4 4M35 35l4 4M9 39l4-4M35 13l4-4'],
  bright: ['M16 40a7 7 0 0 1 0-14a9 9 0 0 1 17-1a7.5 7.5 0 0 1 1 15z', 'M30 19a8 8 0 1 0-14 4M22 2v4M8 16h4M32 6l-3 3M11 5l3 3'],
  cloudy: [CLOUD, 'M18 40h20'],
  windy: ['', 'M4 18h26a6 6 0 1 0-6-6M4 26h36M4 34h20a6 6 0 1 1-6 6'],
  rainy: ['M14 28a8 8 0 0 1 0-16a11 11 0 0 1 21-1a8.5 8.5 0 0 1 0 17z', 'M15 33l-3 8M25 33l-3 8M35 33l-3 8'],
  stormy: ['M14 27a8 8 0 0 1 0-16a11 11 0 0 1 21-1a8.5 8.5 0 0 1 0 17z', 'M26 22l-7 11h8l-5 11'],
};

/**
 * How a feeling looks: drawn where it can be, a colour where that is what it is. Its word always
 * stands beside it.
 *
 * @param {string} word
 */
export function feeling(word) {
  const element = make('span', `feeling ${word}`);
  const [filled, lines] = DRAWN[word] ?? ['', ''];
  if (lines !== '') {
    element.classList.add('drawn');
    element.append(
      shape(
        'svg',
        { viewBox: '0 0 48 48', 'aria-hidden': 'true', focusable: 'false' },
        shape('path', { d: filled, class: 'filled' }),
        shape('path', { d: lines, class: 'lines' }),
      ),
    );
  }
  return element;
}
