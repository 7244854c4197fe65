import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.document = /** @type {any} */ ({ getElementById: () => null });
const { where } = await import('../../../../web/live/acts/beat.js');

const BEAT = { starts: 10_000, every: 750, count: 16 };

test('it counts down to a moment that is the same for all', () => {
  assert.deepEqual(where(BEAT, 6_000), { until: 4 });
  assert.deepEqual(where(BEAT, 9_001), { until: 1 });
  assert.deepEqual(where(BEAT, 9_999), { until: 1 });
});

test('a page that comes late finds the beat that it is', () => {
  assert.deepEqual(where(BEAT, 10_000), { at: 0, next: 10_750 });
  assert.deepEqual(where(BEAT, 13_100), { at: 4, next: 13_750 });
});

test('it ends by itself', () => {
  assert.equal(where(BEAT, 10_000 + 16 * 750), null);
});

test('each beat that it waits for is the next one', () => {
  let now = 10_000;
  for (let at = 0; at < BEAT.count; at++) {
    const is = where(BEAT, now);
    assert.ok(is !== null && 'at' in is);
    assert.equal(is.at, at);
    now = is.next;
  }
  assert.equal(where(BEAT, now), null);
});
