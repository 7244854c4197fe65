/** Looks at the line this often. */
export const LOOK = 3_000;
const TOO_MUCH_LOST = 0.12;
const TOO_NARROW = 120_000;
const BAD_LOOKS = 3;
const GOOD_LOOKS = 20;

/**
 * Judge a line by looks at it: three bad ones in a row and it is too weak for moving pictures; a
 * minute of good ones and it is trusted again.
 */
export class Line {
  constructor() {
    this.weak = false;
    this.bad = 0;
    this.good = 0;
  }

  /**
   * @param {{lost: number, bits: number | undefined}} look share of packets lost, bits a second that fit
   */
  look({ lost, bits }) {
    // While little is sent, what would fit cannot be known.
    const narrow = !this.weak && bits !== undefined && bits < TOO_NARROW;
    const bad = lost > TOO_MUCH_LOST || narrow;
    this.bad = bad ? this.bad + 1 : 0;
    this.good = bad ? 0 : this.good + 1;
    if (this.bad >= BAD_LOOKS) {
      this.weak = true;
    } else if (this.good >= GOOD_LOOKS) {
      this.weak = false;
    }
    return this.weak;
  }
}

/**
 * What a connection says of its line.
 *
 * @param {RTCPeerConnection} pc
 */
export async function lookAt(pc) {
  let lost = 0;
  let roundTrip = 0;
  /** @type {number | undefined} */
  let bits;
  for (const one of (await pc.getStats()).values()) {
    if (one.type === 'remote-inbound-rtp') {
      lost = Math.max(lost, one.fractionLost ?? 0);
    } else if (one.type === 'candidate-pair' && one.nominated) {
      bits = one.availableOutgoingBitrate;
      roundTrip = Math.max(roundTrip, one.currentRoundTripTime ?? 0);
    }
  }
  return { lost, bits, roundTrip };
}
