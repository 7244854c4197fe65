/**
 * One way for frames between a page and its room. Making one opens it.
 *
 * @typedef {object} Line
 * @property {(frame: string) => void} send
 * @property {() => void} close leave it; it tells of nothing more
 *
 * @typedef {object} Told whom a line tells
 * @property {() => void} opened
 * @property {() => void} carries something came by it, if only that it is there
 * @property {(frame: any) => void} frame
 * @property {(code: number) => void} closed it has ended: 1006 where it broke
 *
 * @typedef {{room: string, device: string, seen?: number}} Where
 */

/**
 * The address of a room for a device.
 *
 * @param {Where} where
 * @param {'' | '/events' | '/commands'} way
 */
export function address({ room, device, seen = 0 }, way = '') {
  const version = seen > 0 ? `&seen=${seen}` : '';
  return `/live/${encodeURIComponent(room)}${way}?device=${encodeURIComponent(device)}${version}`;
}

/** @param {number} ms */
export function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/**
 * Fetch a text, with a bound on how long it may take.
 *
 * @param {string} url
 * @param {number} ms
 * @param {RequestInit} [how]
 * @param {AbortSignal} [stop]
 * @returns {Promise<{status: number, text: string}>}
 */
export async function fetchWithin(url, ms, how = {}, stop) {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, ms);
  stop?.addEventListener('abort', abort);
  try {
    const answer = await fetch(url, { cache: 'no-store', ...how, signal: limit.signal });
    return { status: answer.status, text: await answer.text() };
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', abort);
  }
}

/** By this the server knows a page of its own where the browser sends no Origin. */
export const OURS = { 'X-Requested-With': 'Linkroom' };
