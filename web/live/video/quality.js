/** So many looks in a row, ten seconds or a little more, and a line's quality is said. */
const SAID_AFTER = 4;
const POOR_LOST = 0.05;
const POOR_ROUND_TRIP = 0.5;

/**
 * Whether a device's lines carry picture and sound well enough, in two words for who looks after the
 * day: each only when it has been so for ten seconds and was not said before.
 */
export class Quality {
  /** @param {(is: 'poor' | 'good') => void} say */
  constructor(say) {
    this.say = say;
    /** @type {'poor' | 'good' | null} */
    this.said = null;
    /** @type {'poor' | 'good' | null} */
    this.seen = null;
    this.looks = 0;
  }

  /** @param {{lost: number, roundTrip: number}[]} looks of each line: share of packets lost; seconds there and back */
  look(looks) {
    const poor = looks.some(({ lost, roundTrip }) => lost > POOR_LOST || roundTrip > POOR_ROUND_TRIP);
    const is = poor ? 'poor' : 'good';
    this.looks = is === this.seen ? this.looks + 1 : 1;
    this.seen = is;
    if (this.looks >= SAID_AFTER && is !== this.said) {
      this.said = is;
      this.say(is);
    }
  }
}
