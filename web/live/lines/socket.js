import { address } from './address.js';

/** The best line: a WebSocket, both ways. */
export class SocketLine {
  /**
   * @param {import('./address.js').Where} where
   * @param {import('./address.js').Told} told
   */
  constructor(where, told) {
    const socket = open(location.origin.replace('http', 'ws') + address(where));
    this.socket = socket;
    if (socket === null) {
      queueMicrotask(() => told.closed(1006));
      return;
    }
    socket.addEventListener('open', () => told.opened());
    socket.addEventListener('message', (event) => {
      told.carries();
      told.frame(JSON.parse(event.data));
    });
    socket.addEventListener('close', (event) => told.closed(event.code));
  }

  /** @param {string} frame */
  send(frame) {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(frame);
    }
  }

  close() {
    this.socket?.close();
  }
}

/**
 * Some filters take even the means away.
 *
 * @param {string} url
 */
function open(url) {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
}
