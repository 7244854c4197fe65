/** @typedef {'off' | 'asking' | 'on' | 'blocked' | 'missing' | 'busy'} State */

/** 360p: enough for a class on a board, and what a school's line carries. */
const PICTURE = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24, max: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PLACE = 'linkroom-choice';

/** @param {unknown} failure @returns {State} */
export function stateOf(failure) {
  switch (failure instanceof DOMException ? failure.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'blocked';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'missing';
  }
}

/**
 * This device's own camera, microphone and loudspeaker. The event `change` tells of anything new.
 * What is wanted is opened; what is no longer wanted is really let go, so that the camera's light
 * goes out.
 */
export class OwnMedia extends EventTarget {
  constructor() {
    super();
    this.want = { cam: false, mic: false };
    /** @type {MediaStreamTrack | null} */
    this.cam = null;
    /** @type {MediaStreamTrack | null} */
    this.mic = null;
    /** @type {{cam: State, mic: State}} */
    this.state = { cam: 'off', mic: 'off' };
    /** @type {MediaDeviceInfo[]} */
    this.devices = [];
    /** @type {{videoinput?: string, audioinput?: string, audiooutput?: string}} */
    this.choice = JSON.parse(localStorage.getItem(PLACE) ?? '{}');
    this.opening = Promise.resolve();
    // Without a secure address the browser has no devices to offer at all.
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.plugged());
  }

  /**
   * Say what this device carries now.
   *
   * @param {boolean} cam
   * @param {boolean} mic
   */
  carry(cam, mic) {
    if (cam === this.want.cam && mic === this.want.mic) {
      return;
    }
    this.want = { cam, mic };
    void this.settle();
  }

  /** Try again what was blocked, missing or busy. */
  retry() {
    return this.settle();
  }

  /** Let go of everything at once. */
  release() {
    const had = this.want.cam || this.want.mic;
    this.want = { cam: false, mic: false };
    this.drop('cam');
    this.drop('mic');
    if (had) {
      this.changed();
    }
  }

  /** Open and let go until it is as wanted, one step after the other. @private */
  settle() {
    this.opening = this.opening.then(async () => {
      for (const kind of /** @type {const} */ (['cam', 'mic'])) {
        if (!this.want[kind]) {
          this.drop(kind);
        }
      }
      const cam = this.want.cam && this.cam === null;
      const mic = this.want.mic && this.mic === null;
      if (cam || mic) {
        await this.open(cam, mic);
      }
      await this.list();
    });
    return this.opening;
  }

  /**
   * Ask for both in one question; when that fails, for each alone, because a class with a broken
   * camera can still be heard.
   *
   * @private
   * @param {boolean} cam
   * @param {boolean} mic
   */
  async open(cam, mic) {
    this.state.cam = cam ? 'asking' : this.state.cam;
    this.state.mic = mic ? 'asking' : this.state.mic;
    this.changed();
    try {
      this.take(await this.ask(cam, mic));
    } catch (failure) {
      if (cam && mic) {
        await this.open(true, false);
        await this.open(false, true);
        return;
      }
      this.state[cam ? 'cam' : 'mic'] = stateOf(failure);
      this.changed();
    }
  }

  /**
   * @private
   * @param {boolean} cam
   * @param {boolean} mic
   */
  ask(cam, mic) {
    if (navigator.mediaDevices === undefined) {
      throw new DOMException('', 'SecurityError');
    }
    const { videoinput, audioinput } = this.choice;
    return navigator.mediaDevices.getUserMedia({
      video: cam && { ...PICTURE, ...(videoinput && { deviceId: { ideal: videoinput } }) },
      audio: mic && { ...SOUND, ...(audioinput && { deviceId: { ideal: audioinput } }) },
    });
  }

  /**
   * @private
   * @param {MediaStream} stream
   */
  take(stream) {
    for (const track of stream.getTracks()) {
      const kind = track.kind === 'video' ? 'cam' : 'mic';
      // It may have been let go while the browser was still asking.
      if (!this.want[kind]) {
        track.stop();
        continue;
      }
      this.drop(kind);
      this[kind] = track;
      this.state[kind] = 'on';
      track.addEventListener('ended', () => this.lost(kind, track));
    }
    this.changed();
  }

  /**
   * A camera was unplugged, or another program took it.
   *
   * @private
   * @param {'cam' | 'mic'} kind
   * @param {MediaStreamTrack} track
   */
  lost(kind, track) {
    if (this[kind] === track) {
      this[kind] = null;
      this.state[kind] = 'missing';
      this.changed();
      void this.settle();
    }
  }

  /**
   * @private
   * @param {'cam' | 'mic'} kind
   */
  drop(kind) {
    this[kind]?.stop();
    this[kind] = null;
    this.state[kind] = 'off';
  }

  /** @private */
  async plugged() {
    await this.list();
    if ((this.want.cam && this.cam === null) || (this.want.mic && this.mic === null)) {
      await this.settle();
    }
  }

  /** @private */
  async list() {
    this.devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    this.changed();
  }

  /**
   * The devices of a kind that can be chosen.
   *
   * @param {MediaDeviceKind} kind
   */
  of(kind) {
    return this.devices.filter((one) => one.kind === kind && one.deviceId !== '');
  }

  /**
   * Choose another camera, microphone or loudspeaker; remembered on this machine.
   *
   * @param {'videoinput' | 'audioinput' | 'audiooutput'} kind
   * @param {string} id
   */
  async choose(kind, id) {
    this.choice[kind] = id;
    localStorage.setItem(PLACE, JSON.stringify(this.choice));
    if (kind === 'videoinput') {
      this.drop('cam');
    } else if (kind === 'audioinput') {
      this.drop('mic');
    }
    await this.settle();
  }

  /** One press: the next camera, which in a classroom is the visualiser and back again. */
  async nextCamera() {
    const all = this.of('videoinput');
    const at = all.findIndex((one) => one.deviceId === this.cam?.getSettings().deviceId);
    const next = all[(at + 1) % all.length];
    if (next !== undefined && all.length > 1) {
      await this.choose('videoinput', next.deviceId);
    }
  }

  /** @private */
  changed() {
    this.dispatchEvent(new Event('change'));
  }
}
