import { fetchWithin } from '../lines/address.js';

const LONGEST = 5_000;
const UP_BYTES = 1_500_000;
const OURS = { headers: { 'X-Requested-With': 'Linkroom' } };

/** Kilobits a second each way, and milliseconds there and back; -1 where it cannot be told. */
export async function speed() {
  const trip = await trips();
  return { down: await down(), up: await up(Math.max(0, trip)), trip };
}

async function trips() {
  let least = -1;
  for (let i = 0; i < 3; i++) {
    const from = performance.now();
    try {
      await fetchWithin('/live/check/said', LONGEST, { method: 'POST', body: 'x' });
      const took = Math.round(performance.now() - from);
      least = least < 0 ? took : Math.min(least, took);
    } catch {
      return least;
    }
  }
  return Math.min(least, 60_000);
}

/** @param {number} bytes @param {number} ms */
function kilobits(bytes, ms) {
  return Math.min(10_000_000, Math.round((bytes * 8) / Math.max(1, ms)));
}

async function down() {
  const stop = new AbortController();
  let bytes = 0;
  let from = 0;
  const late = setTimeout(() => stop.abort(), LONGEST);
  try {
    const response = await fetch('/live/check/bytes', { ...OURS, signal: stop.signal });
    if (response.status !== 200 || response.body === null) {
      return -1;
    }
    const reader = response.body.getReader();
    from = performance.now();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      bytes += value.length;
    }
  } catch {
    // A slow line is measured by what came in time.
  } finally {
    clearTimeout(late);
  }
  return from === 0 ? -1 : kilobits(bytes, performance.now() - from);
}

/** @param {number} trip */
function up(trip) {
  return new Promise((/** @type {(kbit: number) => void} */ done) => {
    const bytes = new Uint8Array(UP_BYTES);
    for (let at = 0; at < bytes.length; at += 65_536) {
      crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, bytes.length)));
    }
    // Only this kind of request tells how far it has come.
    const request = new XMLHttpRequest();
    let sent = 0;
    const from = performance.now();
    request.upload.onprogress = ({ loaded }) => (sent = loaded);
    request.timeout = LONGEST;
    request.ontimeout = () => done(kilobits(sent, LONGEST));
    request.onerror = () => done(-1);
    request.onload = () =>
      done(request.status === 200 ? kilobits(UP_BYTES, performance.now() - from - trip) : -1);
    request.open('POST', '/live/check/bytes');
    request.send(bytes);
  });
}
