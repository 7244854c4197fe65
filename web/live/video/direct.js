import { passes } from './passes.js';
import { Peer } from './peer.js';
import { Still } from './still.js';
import { Grant } from './grant.js';
import { Line, LOOK, lookAt } from './line.js';
import { Quality } from './quality.js';

/**
 * @typedef {import('../types.js').Right} Right
 * @typedef {import('./peer.js').Signal} Signal
 */

/** Pictures that have not come by then will not: the teacher is told what to do instead. */
const PATIENCE = 20_000;
const EARLY_MOST = 64;
const EARLY_FOR = 5_000;

/**
 * Video from browser to browser: one connection with each device that this one sends to or gets
 * from, while the room's document says so, and none a moment longer. Event: `change`.
 */
export class DirectVideo extends EventTarget {
  /**
   * @param {import('../wire.js').Wire} wire
   * @param {string} me
   */
  constructor(wire, me) {
    super();
    this.wire = wire;
    this.me = me;
    /** @type {Map<string, Peer>} */
    this.peers = new Map();
    /** @type {Record<string, Right> | null} */
    this.media = null;
    /** @type {import('./places.js').Tracks} */
    this.own = { cam: null, mic: null };
    this.covered = false;
    this.chosenStill = false;
    this.line = new Line();
    this.quality = new Quality((is) => void wire.say(`line.${is}`));
    /** @type {Still | null} */
    this.still = null;
    this.grant = new Grant(wire, (ice) => {
      this.peers.forEach((peer) => peer.renew(ice));
      this.update(this.media);
    });
    /** @type {{from: string, data: Signal, at: number}[]} */
    this.early = [];
    wire.addEventListener('signal', (event) => this.heard(/** @type {CustomEvent} */ (event).detail));
    setInterval(() => void this.look(), LOOK);
  }

  /**
   * Say who may send what to whom; null: nobody, and everything is closed.
   *
   * @param {Record<string, Right> | null} media
   */
  update(media) {
    this.media = media;
    if (media === null || media[this.me] === undefined) {
      this.close();
      return;
    }
    this.grant.want();
    const { ice } = this.grant;
    if (ice === null) {
      return;
    }
    for (const [device, peer] of this.peers) {
      if (!this.needed(device)) {
        peer.close();
        this.peers.delete(device);
      }
    }
    for (const device of Object.keys(media)) {
      if (device !== this.me && this.needed(device) && !this.peers.has(device)) {
        this.meet(device, ice);
      }
    }
    this.pour();
  }

  /** Close every connection and forget the permission. */
  close() {
    this.grant.drop();
    if (this.peers.size > 0) {
      this.peers.forEach((peer) => peer.close());
      this.peers.clear();
      this.changed();
    }
    this.still?.stop();
    this.still = null;
  }

  /**
   * @private
   * @param {string} device
   */
  needed(device) {
    const mine = this.media?.[this.me];
    const theirs = this.media?.[device];
    const there = passes(mine, theirs);
    const back = passes(theirs, mine);
    return there.cam || there.mic || back.cam || back.mic;
  }

  /**
   * @private
   * @param {string} device
   * @param {RTCConfiguration} ice
   */
  meet(device, ice) {
    // The server's time, so that a page loaded anew is always the newer one.
    const tag = Math.floor(this.wire.clock.now());
    const peer = new Peer(this.me < device, tag, ice, (data) => {
      void this.wire.say('signal.send', { to: device, data }, false);
    });
    peer.addEventListener('change', () => this.changed());
    this.peers.set(device, peer);
    const now = performance.now();
    const early = this.early.filter((one) => one.from === device && now - one.at < EARLY_FOR);
    this.early = this.early.filter((one) => one.from !== device);
    early.forEach(({ data }) => peer.receive(data));
  }

  /**
   * @private
   * @param {{from: string, data: Signal}} signal
   */
  heard({ from, data }) {
    const peer = this.peers.get(from);
    if (peer !== undefined) {
      peer.receive(data);
    } else {
      // The other page may have heard of the open door a moment before this one.
      this.early.push({ from, data, at: performance.now() });
      this.early.splice(0, this.early.length - EARLY_MOST);
    }
  }

  /**
   * Say what this device sends from now on, and whether it is covered: at once, on every connection.
   *
   * @param {MediaStreamTrack | null} cam
   * @param {MediaStreamTrack | null} mic
   * @param {boolean} covered
   */
  send(cam, mic, covered) {
    this.own = { cam, mic };
    this.covered = covered;
    this.pour();
  }

  /** @param {boolean} still */
  chooseStills(still) {
    this.chosenStill = still;
    this.pour();
    this.changed();
  }

  /** @private */
  changed() {
    this.dispatchEvent(new Event('change'));
  }

  /** Still pictures in place of moving ones: chosen, or because the line is too weak. */
  get stills() {
    return this.chosenStill || this.line.weak;
  }

  /** @private */
  pour() {
    const cam = this.picture();
    const { mic } = this.own;
    const mine = this.media?.[this.me];
    for (const [device, peer] of this.peers) {
      const may = passes(mine, this.media?.[device]);
      const out = { cam: may.cam && !this.covered ? cam : null, mic: may.mic && !this.covered ? mic : null };
      peer.send(out);
      const say = { covered: this.covered, cam: out.cam !== null, mic: out.mic !== null, still: this.stills };
      if (JSON.stringify(say) !== JSON.stringify(peer.talk.said)) {
        peer.talk.say(say);
      }
    }
  }

  /** @private */
  picture() {
    const { cam } = this.own;
    if (this.still !== null && (!this.stills || this.still.camera !== cam)) {
      this.still.stop();
      this.still = null;
    }
    if (cam !== null && this.stills && this.peers.size > 0) {
      this.still ??= new Still(cam);
      return this.still.track;
    }
    return cam;
  }

  /** @private */
  async look() {
    const sending = [...this.peers.values()].filter((one) => one.connected && (one.out.cam ?? one.out.mic) !== null);
    if (sending.length === 0) {
      return;
    }
    const looks = await Promise.all(sending.map((peer) => lookAt(peer.pc)));
    this.quality.look(looks);
    const before = this.line.weak;
    const bits = looks.map((one) => one.bits).filter((one) => one !== undefined);
    this.line.look({
      lost: Math.max(...looks.map((one) => one.lost)),
      bits: bits.length > 0 ? Math.min(...bits) : undefined,
    });
    if (before !== this.line.weak) {
      this.pour();
      this.changed();
    }
  }

  /** Tell whether the other page has covered, or has not said otherwise. */
  get coveredThere() {
    return [...this.peers.values()].some((peer) => peer.talk.told.covered === true && !peer.talk.left);
  }

  /** Tell whether pictures have tried for so long that they will not get through. */
  get stuck() {
    return [...this.peers.values()].some((peer) => {
      const tries = !peer.connected && !peer.talk.left;
      return tries && performance.now() - Math.max(peer.since, peer.lostAt) > PATIENCE;
    });
  }

  /**
   * What comes from a device now.
   *
   * @param {string} device
   * @returns {{cam: MediaStreamTrack | null, mic: MediaStreamTrack | null, left: boolean}}
   */
  from(device) {
    const peer = this.peers.get(device);
    const there = peer !== undefined && peer.connected && !peer.talk.left && peer.talk.told.covered !== true;
    const may = passes(this.media?.[device], this.media?.[this.me]);
    return {
      cam: there && may.cam && peer.talk.told.cam !== false ? peer.in.cam : null,
      mic: there && may.mic && peer.talk.told.mic !== false ? peer.in.mic : null,
      left: peer !== undefined && (peer.talk.left || (peer.met && !peer.connected)),
    };
  }
}
