import assert from 'node:assert/strict';
import test from 'node:test';
import { Speech } from '../../../../web/live/acts/airtime.js';

/** Levels every 100 ms. @param {number[]} levels */
function heard(levels) {
  const speech = new Speech();
  levels.forEach((level, i) => speech.hears(level, i * 100));
  return speech;
}

/** @param {number} level @param {number} many */
const of = (level, many) => new Array(many).fill(level);

test('speech is counted, and breath between words with it', () => {
  const words = [...of(0.5, 10), ...of(0.05, 4), ...of(0.5, 7)];
  assert.equal(heard(words).take(), 2);
});

test('a quiet class is not heard', () => {
  assert.equal(heard(of(0.1, 600)).take(), 0);
});

test('after the last word it stops', () => {
  assert.equal(heard([...of(0.6, 21), ...of(0.05, 300)]).take(), 2);
});

test('what a page slept through is not speech', () => {
  const speech = new Speech();
  speech.hears(0.9, 0);
  speech.hears(0.9, 60_000);
  assert.equal(speech.take(), 0);
});

test('what was told is not told again, and no part of a second is lost', () => {
  const speech = heard(of(0.5, 26));
  assert.equal(speech.take(), 2);
  assert.equal(speech.take(), 0);
  for (let i = 26; i < 32; i++) {
    speech.hears(0.5, i * 100);
  }
  assert.equal(speech.take(), 1);
});
