import assert from 'node:assert/strict';
import test from 'node:test';
import { pack, plain, unpack } from '../../../../web/live/acts/lines.js';

/** @param {number} many a scribble @returns {[number, number][]} */
const scribble = (many) => Array.from({ length: many }, (_, i) => [600 + (i % 500) * Math.cos(i), 360 + 300 * Math.sin(i * 7)]);

test('what is packed is unpacked as it was, on the sheet', () => {
  assert.deepEqual(unpack(pack([[0, 0], [1295, 728], [12.4, 99.6]])), [[0, 0], [1295, 728], [12, 100]]);
  assert.deepEqual(unpack(pack([[-50, 9_999]])), [[0, 728]]);
  assert.match(pack(scribble(40)), /^(?:[0-9a-z]{4}){40}$/);
});

test('a straight line has two points, and a dot one', () => {
  assert.equal(plain(Array.from({ length: 300 }, (_, i) => [i, 2 * i])).length, 2);
  assert.equal(plain([[5, 5]]).length, 1);
});

test('the wildest scribble is no longer than may be sent', () => {
  assert.ok(plain(scribble(3_000)).length <= 64);
});

test('a circle stays round', () => {
  const circle = Array.from({ length: 200 }, (_, i) => /** @type {[number, number]} */ ([600 + 200 * Math.cos(i / 31.8), 360 + 200 * Math.sin(i / 31.8)]));
  const few = plain(circle);
  assert.ok(few.length > 12 && few.length <= 64);
  few.forEach(([x, y]) => assert.ok(Math.abs(Math.hypot(x - 600, y - 360) - 200) < 1));
});
