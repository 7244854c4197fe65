import assert from 'node:assert/strict';
import test from 'node:test';
import { Line } from '../../../../web/live/video/line.js';
import { Quality } from '../../../../web/live/video/quality.js';

/** A look: share of packets lost, seconds there and back. @typedef {[number, number]} Look */

/** @type {[string, Look[], (string | null)[]][]} */
const ROWS = [
  ['a good line is said once', Array(6).fill([0, 0.05]), [null, null, null, 'good', null, null]],
  ['five in a hundred is not poor yet', Array(4).fill([0.05, 0.5]), [null, null, null, 'good']],
  ['more than that is, after ten seconds', Array(5).fill([0.06, 0]), [null, null, null, 'poor', null]],
  ['a slow line is poor too', Array(4).fill([0, 0.51]), [null, null, null, 'poor']],
  [
    'a bad moment is not said',
    [[0, 0], [0, 0], [0, 0], [0, 0], [0.3, 0], [0.3, 0], [0.3, 0], [0, 0]],
    [null, null, null, 'good', null, null, null, null],
  ],
  [
    'well again is said after as long',
    [[0.3, 0], [0.3, 0], [0.3, 0], [0.3, 0], [0, 0], [0, 0], [0, 0], [0, 0]],
    [null, null, null, 'poor', null, null, null, 'good'],
  ],
];

for (const [what, looks, said] of ROWS) {
  test(what, () => {
    /** @type {string | null} */
    let now = null;
    const quality = new Quality((is) => (now = is));
    const heard = looks.map(([lost, roundTrip]) => {
      now = null;
      quality.look([{ lost: 0, roundTrip: 0 }, { lost, roundTrip }]);
      return now;
    });
    assert.deepEqual(heard, said);
  });
}

test('a line that is only poor still carries moving pictures', () => {
  const line = new Line();
  for (let look = 0; look < 20; look++) {
    line.look({ lost: 0.1, bits: 900_000 });
  }
  assert.equal(line.weak, false);
});
