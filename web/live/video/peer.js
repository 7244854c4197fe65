import { fill } from './places.js';
import { Talk } from './talk.js';

/**
 * @typedef {import('./places.js').Tracks} Tracks
 * @typedef {{tag: number, to: number, hello?: true, description?: RTCSessionDescriptionInit, candidate?: RTCIceCandidateInit}} Signal
 */

const RESEND = 2_500;
const LOST_FOR = 4_000;
const REBUILD = 12_000;

/**
 * The media connection with one other device. One of the two calls: it makes the places for picture,
 * sound and words once; from then on only what is in them changes, so that cover, mute and another
 * camera need no new negotiation. Perfect negotiation settles what crosses; a page that was loaded
 * anew is known by its newer tag. Its event `change` tells of anything new.
 */
export class Peer extends EventTarget {
  /**
   * @param {boolean} polite gives way when two offers cross; the other one calls
   * @param {number} tag grows with every new connection of this device
   * @param {RTCConfiguration} ice
   * @param {(signal: Signal) => void} signal
   */
  constructor(polite, tag, ice, signal) {
    super();
    this.polite = polite;
    this.tag = tag;
    this.remote = 0;
    this.ice = ice;
    this.signal = signal;
    /** @type {Tracks} */
    this.out = { cam: null, mic: null };
    this.since = performance.now();
    this.work = Promise.resolve();
    this.closed = false;
    /** Whether the two pages have been connected before: then a gap is a coming back, not a beginning. */
    this.met = false;
    this.talk = new Talk(() => this.changed());
    /** @type {Tracks} */
    this.in = { cam: null, mic: null };
    this.lostAt = 0;
    this.saidAt = 0;
    this.builtAt = 0;
    this.pc = this.build();
    this.tell({ hello: true });
    this.beat = setInterval(() => this.check(), 1_000);
  }

  get connected() {
    return this.pc.connectionState === 'connected';
  }

  /** @private @returns {RTCPeerConnection} */
  build() {
    const pc = new RTCPeerConnection(this.ice);
    this.talk.reset();
    this.in = { cam: null, mic: null };
    this.offering = false;
    this.ignoring = false;
    this.lostAt = 0;
    this.saidAt = 0;
    this.builtAt = performance.now();
    pc.onnegotiationneeded = () => void this.offer(pc);
    pc.onicecandidate = ({ candidate }) => candidate && this.pc === pc && this.tell({ candidate: candidate.toJSON() });
    pc.ontrack = ({ track }) => {
      this.in[track.kind === 'video' ? 'cam' : 'mic'] = track;
      this.changed();
    };
    pc.onconnectionstatechange = () => {
      this.lostAt = pc.connectionState === 'connected' ? 0 : this.lostAt || performance.now();
      this.met ||= pc.connectionState === 'connected';
      this.changed();
    };
    pc.ondatachannel = ({ channel }) => this.talk.use(channel);
    if (!this.polite) {
      pc.addTransceiver('video', { direction: 'sendrecv' });
      pc.addTransceiver('audio', { direction: 'sendrecv' });
      this.talk.use(pc.createDataChannel('room'));
      fill(pc, this.out);
    }
    return pc;
  }

  /** @private */
  rebuild() {
    this.pc.close();
    this.pc = this.build();
    this.changed();
  }

  /** Close for good. */
  close() {
    this.closed = true;
    clearInterval(this.beat);
    this.pc.close();
  }

  /**
   * @private
   * @param {Partial<Signal>} what
   */
  tell(what) {
    this.signal({ tag: this.tag, to: this.remote, ...what });
  }

  /**
   * @private
   * @param {RTCPeerConnection} pc
   */
  async offer(pc) {
    try {
      this.offering = true;
      await pc.setLocalDescription();
      this.describe(pc);
    } catch {
      // The connection was closed while it was being described.
    } finally {
      this.offering = false;
    }
  }

  /**
   * @private
   * @param {RTCPeerConnection} pc
   */
  describe(pc) {
    if (this.pc === pc && pc.localDescription !== null) {
      this.saidAt = performance.now();
      this.tell({ description: pc.localDescription.toJSON() });
    }
  }

  /**
   * Take what the other device signals, one after the other.
   *
   * @param {Signal} signal
   */
  receive(signal) {
    this.work = this.work.then(() => this.take(signal)).catch(() => {
      // What does not fit this connection is healed by the check below.
    });
  }

  /**
   * @private
   * @param {Signal} signal
   */
  async take({ tag, to, description, candidate }) {
    const forAnother = to !== 0 && to !== this.tag;
    if (this.closed || forAnother || tag < this.remote) {
      return;
    }
    if (tag > this.remote) {
      const before = this.remote;
      this.remote = tag;
      if (before !== 0) {
        this.rebuild();
      } else if (this.pc.signalingState === 'have-local-offer') {
        this.describe(this.pc);
      }
    }
    if (description !== undefined) {
      await this.described(this.pc, description);
    } else if (candidate !== undefined && !this.ignoring) {
      await this.pc.addIceCandidate(candidate);
    }
  }

  /**
   * @private
   * @param {RTCPeerConnection} pc
   * @param {RTCSessionDescriptionInit} description
   */
  async described(pc, description) {
    const offer = description.type === 'offer';
    const crossed = offer && (this.offering || pc.signalingState !== 'stable');
    this.ignoring = !this.polite && crossed;
    if (this.ignoring || (!offer && pc.signalingState !== 'have-local-offer')) {
      return;
    }
    await pc.setRemoteDescription(description);
    if (offer) {
      for (const place of pc.getTransceivers()) {
        place.direction = 'sendrecv';
      }
      fill(pc, this.out);
      await pc.setLocalDescription();
      this.describe(pc);
    }
  }

  /** Restart what has failed: first the path, then the whole connection. @private */
  check() {
    const now = performance.now();
    const { pc } = this;
    if (pc.signalingState === 'have-local-offer' && now - this.saidAt > RESEND) {
      this.describe(pc);
    }
    if (this.polite || this.connected) {
      return;
    }
    if (this.remote !== 0 && now - Math.max(this.builtAt, this.lostAt) > REBUILD) {
      this.tag += 1;
      this.rebuild();
    } else if (this.lostAt !== 0 && now - this.lostAt > LOST_FOR && pc.signalingState === 'stable') {
      pc.restartIce();
    }
  }

  /**
   * Use newer relay credentials from the next restart on.
   *
   * @param {RTCConfiguration} ice
   */
  renew(ice) {
    this.ice = ice;
    this.pc.setConfiguration(ice);
  }

  /**
   * Send these tracks, or nothing in their places, at once.
   *
   * @param {Tracks} tracks
   */
  send(tracks) {
    if (tracks.cam !== this.out.cam || tracks.mic !== this.out.mic) {
      this.out = tracks;
      fill(this.pc, this.out);
    }
  }

  /** @private */
  changed() {
    if (!this.closed) {
      this.dispatchEvent(new Event('change'));
    }
  }
}
