/**
 * What two pages say to one another over the media connection itself, so that cover, mute and leave
 * wait for no server.
 *
 * @typedef {{covered?: boolean, cam?: boolean, mic?: boolean, still?: boolean}} Told
 */
export class Talk {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {Told} */
    this.said = {};
    /** @type {Told} */
    this.told = {};
    this.left = false;
    /** @type {RTCDataChannel | null} */
    this.channel = null;
  }

  /** Forget the other page: a new connection begins. */
  reset() {
    this.told = {};
    this.left = false;
    this.channel = null;
  }

  /** @param {RTCDataChannel} channel */
  use(channel) {
    this.channel = channel;
    channel.onopen = () => this.say(this.said);
    channel.onmessage = ({ data }) => {
      if (this.channel === channel) {
        this.told = read(data) ?? this.told;
        this.changed();
      }
    };
    // A page that leaves closes its end: nobody needs to wait for the path to time out.
    channel.onclose = () => {
      if (this.channel === channel) {
        this.left = true;
        this.changed();
      }
    };
  }

  /** @param {Told} what */
  say(what) {
    this.said = what;
    if (this.channel?.readyState === 'open') {
      this.channel.send(JSON.stringify(what));
    }
  }
}

/**
 * Read what the other page says; a page of ours sends no more than this.
 *
 * @param {unknown} data
 * @returns {Told | null}
 */
function read(data) {
  if (typeof data !== 'string' || data.length > 1024) {
    return null;
  }
  try {
    const told = JSON.parse(data);
    return typeof told === 'object' && told !== null ? told : null;
  } catch {
    return null;
  }
}
