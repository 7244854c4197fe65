import { Choice } from './lines/choice.js';
import { apply } from './patch.js';
import { Asking } from './asking.js';
import { Clock } from './clock.js';
import { comesBack, pageGone, wait } from './back.js';

const PING = 4_000;
const GONE = 10_000;
/** A line by which nothing has come for so long after it was opened is not let through here. */
const FIRST = 3_000;
/** After this silence no picture or sound may leave the page. */
const SILENT = 15_000;
const FRESH = 3_000;
const ASK_PAGE = 5;

/**
 * The live wire of one device: it holds the document, tells of its changes, carries commands, and
 * finds its way back. Its events: `doc`, `here`, `signal`, `line` (there or not), `silent`,
 * `heard`, `over` (with the goodbye).
 */
export class Wire extends EventTarget {
  /**
   * @param {string} room
   * @param {string} device
   * @param {import('./queue.js').Queue} queue
   */
  constructor(room, device, queue) {
    super();
    this.choice = new Choice({ room, device });
    this.queue = queue;
    this.say = queue.say.bind(queue);
    this.clock = new Clock();
    this.asking = new Asking(this.clock, (frame) => this.send(frame));
    /** @type {import('./types.js').Doc} */
    this.doc = {};
    /** @type {import('./types.js').You | null} */
    this.you = null;
    /** @type {import('./types.js').Here} */
    this.here = {};
    /** @type {import('./lines/address.js').Line | null} */
    this.line = null;
    this.alive = false;
    this.over = false;
    this.silent = false;
    this.attempt = 0;
    this.hint = 0;
    this.version = -1;
    /** @type {string | number} */
    this.epoch = '';
    this.heardAt = 0;
    this.saidAt = 0;
    this.freshAskedAt = 0;
  }

  /** Begin, and go on until the server says a goodbye for good. */
  start() {
    this.heardAt = this.clock.local();
    this.connect();
    this.beat = setInterval(() => this.check(), 1_000);
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => this.hurry());
  }

  /** @private */
  connect() {
    if (this.over || this.line !== null) {
      return;
    }
    clearTimeout(this.later);
    this.openedAt = this.clock.local();
    this.goodbye = { code: 0, why: '' };
    const here = (/** @type {() => void} */ then) => this.line === line && then();
    const line = this.choice.open({
      opened: () => here(() => this.asking.once()),
      carries: () => here(() => this.heard()),
      frame: (frame) => here(() => this.read(frame)),
      closed: (code) => here(() => this.lost(code)),
    }, this.version);
    this.line = line;
  }

  /**
   * @private
   * @param {number} code
   * @param {boolean} [silent] whether we left it because nothing came
   */
  lost(code, silent = false) {
    this.line?.close();
    this.line = null;
    this.queue.offline();
    if (this.alive) {
      this.alive = false;
      this.tell('line', { there: false });
    }
    const goodbye = this.goodbye?.code ? this.goodbye : { code, why: '' };
    if (!comesBack(goodbye.code)) {
      this.end(goodbye);
      return;
    }
    const chosen = this.choice.ended(silent);
    this.later = setTimeout(() => chosen.then(() => this.connect()), wait(this.attempt++, this.hint));
    this.hint = 0;
    if (this.attempt % ASK_PAGE === 0) {
      void pageGone().then((gone) => gone && this.line === null && this.end({ code: 4502, why: '' }));
    }
  }

  /**
   * @private
   * @param {{code: number, why: string}} goodbye
   */
  end(goodbye) {
    this.over = true;
    clearInterval(this.beat);
    clearTimeout(this.later);
    this.tell('over', goodbye);
  }

  /** Do not sit out a long wait when something speaks for the line being back. */
  hurry() {
    if (this.line !== null) {
      this.asking.often();
    } else if (!this.over && document.visibilityState === 'visible') {
      clearTimeout(this.later);
      this.later = setTimeout(() => this.connect(), wait(0));
    }
  }

  /** @private */
  check() {
    const now = this.clock.local();
    const quiet = now - this.heardAt;
    if (quiet >= SILENT && !this.silent) {
      this.silent = true;
      this.tell('silent', {});
    }
    if (this.line === null) {
      return;
    }
    this.asking.look();
    const stuck = this.freshAskedAt > 0 && now - this.freshAskedAt > FRESH;
    const patience = this.choice.carries ? GONE : FIRST;
    if (stuck || Math.min(quiet, now - (this.openedAt ?? now)) >= patience) {
      this.lost(1006, true);
    } else if (this.alive && now - this.saidAt >= PING) {
      this.asking.once();
    }
  }

  /**
   * @private
   * @param {string} frame
   */
  send(frame) {
    this.saidAt = this.clock.local();
    this.line?.send(frame);
  }

  /** Something came, whatever it says. @private */
  heard() {
    this.heardAt = this.clock.local();
    if (this.silent) {
      this.silent = false;
      this.tell('heard', {});
    }
    // Timers of a page in the background are slow; what comes in wakes us in time.
    if (this.alive && this.heardAt - this.saidAt >= PING) {
      this.asking.once();
    }
  }

  /**
   * @private
   * @param {any} frame
   */
  read(frame) {
    const got = this.clock.local();
    if (frame.welcome) {
      this.welcome(frame.welcome);
    } else if (frame.patch) {
      this.patch(frame);
    } else if (frame.here) {
      this.here = frame.whole ? frame.here : apply(this.here, frame.here);
      this.tell('here', {});
    } else if (frame.signal) {
      this.tell('signal', frame.signal);
    } else if (frame.clock) {
      this.asking.answered(frame.clock, got);
    } else if (frame.bye) {
      this.goodbye = frame.bye;
      this.hint = Number(frame.bye.retry) || 0;
    } else if ('ok' in frame || 'no' in frame) {
      this.queue.answered(frame);
    }
  }

  /**
   * @private
   * @param {import('./types.js').Welcome} welcome
   */
  welcome(welcome) {
    this.clock.hint(welcome.now);
    this.you = welcome.you;
    this.epoch = welcome.epoch;
    this.version = welcome.version;
    this.doc = welcome.doc;
    this.here = welcome.here ?? {};
    this.freshAskedAt = 0;
    this.attempt = 0;
    if (!this.alive) {
      this.alive = true;
      this.asking.often();
      this.queue.online((frame) => this.send(frame));
      this.tell('line', { there: true });
    }
    this.tell('doc', {});
    this.tell('here', {});
  }

  /**
   * A patch fits one version only; after a gap a whole document is asked for.
   *
   * @private
   * @param {{from: number, v: number, patch: object}} frame
   */
  patch(frame) {
    if (frame.from !== this.version) {
      if (frame.v > this.version && this.freshAskedAt === 0) {
        this.freshAskedAt = this.clock.local();
        this.send(JSON.stringify({ at: { epoch: this.epoch, version: this.version } }));
      }
      return;
    }
    this.doc = apply(this.doc, frame.patch);
    this.version = frame.v;
    this.tell('doc', {});
  }

  /**
   * @private
   * @param {string} name
   * @param {any} detail
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
