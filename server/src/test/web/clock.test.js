import assert from 'node:assert/strict';
import test from 'node:test';
import { Asking } from '../../../../web/live/asking.js';
import { Clock } from '../../../../web/live/clock.js';

const DRIFT = 49e-6;
const RUNS = 2_000;

/** A row of numbers from 0 to 1 that is the same in each run of the tests. @param {number} seed */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} is @param {number} should */
function near(is, should) {
  assert.ok(Math.abs(is - should) < 0.01, `${is} is not nearly ${should}`);
}

/** A page and a server whose clocks are apart and run apart, and a line between them. */
class Line {
  /** @param {() => number} roll */
  constructor(roll) {
    this.roll = roll;
    this.true = 1_000_000 + roll() * 1e9;
    this.ahead = (roll() - 0.5) * 7_200_000;
    this.rate = 1 + (roll() - 0.5) * 2 * DRIFT;
    this.from = this.true;
    this.clock = new Clock(() => this.from + (this.true - this.from) * this.rate - this.ahead);
  }

  stamp() {
    return Math.floor(this.true);
  }

  /** @param {number} there @param {number} back how long each way takes */
  exchange(there, back) {
    const sent = this.clock.local();
    this.true += there;
    const received = this.stamp();
    this.true += this.roll() * 3;
    const answered = this.stamp();
    this.true += back;
    this.clock.sample(sent, received, answered, this.clock.local());
  }

  error() {
    return Math.abs(this.clock.now() - this.true);
  }
}

test('with the same jitter both ways, 95 of 100 are off by 5 ms at most', () => {
  const roll = dice(1);
  const errors = [];
  for (let run = 0; run < RUNS; run++) {
    const line = new Line(roll);
    const way = 2 + roll() * 40;
    const jitter = () => -Math.log(1 - roll()) * 10;
    for (let i = 0; i < 8; i++) {
      line.exchange(way + jitter(), way + jitter());
      line.true += i < 4 ? 250 : 4_000;
    }
    errors.push(line.error());
  }
  errors.sort((a, b) => a - b);
  assert.ok(errors[RUNS * 0.95] <= 5, `p95 ${errors[RUNS * 0.95]} ms`);
});

test('however unequal the ways are, the error is within the bound, at any time after', () => {
  const roll = dice(2);
  for (let run = 0; run < RUNS; run++) {
    const line = new Line(roll);
    for (let i = 0; i < 1 + roll() * 20; i++) {
      line.exchange(roll() ** 4 * 2_000, roll() ** 4 * 2_000);
      line.true += roll() * 60_000;
      assert.ok(line.error() <= line.clock.bound, `run ${run}: ${line.error()} > ${line.clock.bound}`);
    }
  }
});

test('what the server does not know itself is in the bound', () => {
  const clock = new Clock(() => 0);
  clock.sample(-10, 1_000, 1_000, 0, 3);
  near(clock.bound, 8.5);
  assert.equal(clock.now(), 1_005.5);
});

test('an old good exchange is worth less with every second', () => {
  let local = 0;
  const clock = new Clock(() => local);
  clock.sample(0, 500, 500, 2);
  local = 100_000;
  near(clock.bound, 1.5 + 5);
  clock.sample(local - 4, 100_500, 100_500, local);
  near(clock.bound, 2.5);
});

test('a clock that jumps takes what was known before with it', () => {
  const roll = dice(3);
  for (let run = 0; run < RUNS; run++) {
    const line = new Line(roll);
    for (let i = 0; i < 8; i++) {
      line.exchange(roll() * 20, roll() * 20);
      line.true += 4_000;
    }
    line.ahead += (roll() < 0.5 ? -1 : 1) * (100 + roll() * 3_600_000);
    line.exchange(roll() * 20, roll() * 20);
    assert.ok(line.error() <= line.clock.bound, `run ${run}`);
    assert.equal(line.clock.samples.length, 1);
  }
});

test('nonsense is left out', () => {
  const clock = new Clock(() => 0);
  for (const [received, answered, within] of [
    [NaN, 5, 0],
    [5, NaN, 0],
    [5, Infinity, 0],
    [5, 500, 0],
    [5, 5, -1],
    [5, 5, NaN],
  ]) {
    clock.sample(-10, /** @type {number} */ (received), /** @type {number} */ (answered), 0, within);
  }
  assert.equal(clock.bound, Infinity);
});

test('before the first exchange the welcome is believed, and after it no more', () => {
  const clock = new Clock(() => 100);
  clock.hint(5_100);
  assert.equal(clock.now(), 5_100);
  assert.equal(clock.bound, Infinity);
  clock.sample(98, 7_100, 7_100, 100);
  clock.hint(5_100);
  assert.equal(clock.now(), 7_101.5);
});

test('what is to happen at a time happens then, not before, and hardly later than a bare timer', async () => {
  const clock = new Clock();
  clock.hint(Date.now() + 3_600_000);
  const waits = Array.from({ length: 21 }, (_, i) => 30 + 7 * i);
  const middle = (/** @type {number[]} */ late) => late.toSorted((a, b) => a - b)[10];
  const bare = waits.map((wait) => {
    const time = performance.now() + wait;
    return new Promise((done) => setTimeout(() => done(performance.now() - time), wait));
  });
  const ours = waits.map((wait) => {
    const time = clock.now() + wait;
    return new Promise((done) => clock.at(time, () => done(clock.now() - time)));
  });
  const late = await Promise.all(ours);
  assert.ok(Math.min(...late) >= 0, `early by ${-Math.min(...late)} ms`);
  const floor = middle(await Promise.all(bare));
  assert.ok(middle(late) <= floor + 5, `${middle(late)} ms late, a bare timer ${floor} ms`);
});

test('what was to happen before now happens at once', () => {
  const clock = new Clock();
  let done = false;
  clock.at(clock.now() - 1, () => (done = true));
  assert.ok(done);
});

test('what was thought better of does not happen', async () => {
  const clock = new Clock();
  let done = 0;
  const far = clock.at(clock.now() + 30, () => done++);
  const near = clock.at(clock.now() + 3, () => done++);
  far();
  near();
  await new Promise((then) => clock.at(clock.now() + 60, () => then(null)));
  assert.equal(done, 0);
});

/** @param {import('node:test').TestContext} t @param {number} many */
function quarters(t, many) {
  for (let i = 0; i < many; i++) {
    t.mock.timers.tick(250);
  }
}

test('the time is asked for four times in the first second', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  /** @type {string[]} */
  const sent = [];
  const asking = new Asking(new Clock(() => 7), (frame) => sent.push(frame));
  asking.often();
  assert.deepEqual(sent, ['{"clock":{"t0":7}}']);
  quarters(t, 4);
  assert.equal(sent.length, 4);
  quarters(t, 40);
  assert.equal(sent.length, 4);
});

test('after the machine slept it is asked for as often again', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  let local = 0;
  let sent = 0;
  const asking = new Asking(new Clock(() => local), () => sent++);
  for (let i = 0; i < 5; i++) {
    t.mock.timers.tick(1_000);
    local += 1_000;
    asking.look();
  }
  assert.equal(sent, 0);
  t.mock.timers.tick(40_000);
  asking.look();
  quarters(t, 4);
  local += 1_000;
  asking.look();
  assert.equal(sent, 4);
});

test('an answer is taken with what the server says of itself', () => {
  const asking = new Asking(new Clock(() => 20), () => {});
  asking.answered({ t0: 10, t1: 500, t2: 501, within: 2 }, 20);
  near(asking.clock.bound, 7);
});
