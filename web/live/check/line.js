import { fetchWithin, pause } from '../lines/address.js';

const PATIENCE = 6_000;
/** Two events that come closer than this were held back and handed on together. */
const TOGETHER = 250;
const OURS = { headers: { 'X-Requested-With': 'Linkroom' } };

/** By which ways the live door is reached from here. */
export async function line() {
  const [socket, events, polls, posts] = await Promise.all([sockets(), streams(), held(), posted()]);
  return { socket, events, polls, posts };
}

/** A WebSocket gives back what is said on it. */
function sockets() {
  return new Promise((/** @type {(works: boolean) => void} */ done) => {
    const said = `hello ${Math.random()}`;
    /** @type {WebSocket | undefined} */
    let socket;
    const end = (/** @type {boolean} */ works) => {
      socket?.close();
      done(works);
    };
    setTimeout(() => end(false), PATIENCE);
    try {
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live/check`);
    } catch {
      end(false);
      return;
    }
    socket.onopen = () => socket?.send(said);
    socket.onmessage = ({ data }) => end(data === said);
    socket.onerror = socket.onclose = () => end(false);
  });
}

/** Events come one by one as they are sent. */
async function streams() {
  const stop = new AbortController();
  void pause(PATIENCE).then(() => stop.abort());
  try {
    const response = await fetch('/live/check/events', { ...OURS, signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    let first = 0;
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: '' };
      if (done) {
        return false;
      }
      text += value;
      if (first === 0 && text.includes('data: 1')) {
        first = performance.now();
      }
      if (text.includes('data: 2')) {
        return performance.now() - first > TOGETHER;
      }
    }
  } catch {
    return false;
  }
}

/** A request that is held back for a while is answered. */
async function held() {
  try {
    const { status, text } = await fetchWithin('/live/check/polls', PATIENCE, OURS);
    return status === 200 && text.includes('held');
  } catch {
    return false;
  }
}

/** What is posted is heard. */
async function posted() {
  try {
    const { status, text } = await fetchWithin('/live/check/said', PATIENCE, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"hello":1}',
    });
    return status === 200 && JSON.parse(text).bytes === 11;
  } catch {
    return false;
  }
}
