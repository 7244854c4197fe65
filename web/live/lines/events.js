import { OURS, address } from './address.js';
import { Posts } from './posts.js';

/**
 * Where a filter breaks WebSockets: a stream of server-sent events, and POST. The stream is read by
 * hand: an EventSource does not tell why it was refused, and comes back by itself.
 */
export class EventsLine {
  /**
   * @param {import('./address.js').Where} where
   * @param {import('./address.js').Told} told
   */
  constructor(where, told) {
    this.told = told;
    this.posts = new Posts(address(where, '/commands'), told);
    this.stop = new AbortController();
    void this.listen(address(where, '/events'))
      .catch(() => {})
      .then(() => this.stop.signal.aborted || told.closed(1006));
  }

  /**
   * @private
   * @param {string} url
   */
  async listen(url) {
    const answer = await fetch(url, { headers: OURS, cache: 'no-store', signal: this.stop.signal });
    const stream = answer.headers.get('Content-Type')?.startsWith('text/event-stream');
    if (!answer.ok || !stream || answer.body === null) {
      throw new Error(`no stream: ${answer.status}`);
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const events = (rest + part.value).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        // What begins otherwise is a comment, which fills what a proxy holds back.
        if (event.startsWith('data: ')) {
          this.told.carries();
          this.told.frame(JSON.parse(event.slice(6)));
        }
      }
    }
  }

  /** @param {string} frame */
  send(frame) {
    this.posts.send(frame);
  }

  close() {
    this.stop.abort();
    this.posts.close();
  }
}
