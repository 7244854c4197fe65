/** @typedef {import('../types.js').Right} Right */

/**
 * Tell what passes from one device to another. A class is never played its own sound.
 *
 * @param {Right | undefined} from
 * @param {Right | undefined} to
 */
export function passes(from, to) {
  const home = from?.side !== undefined && from.side === to?.side;
  return { cam: Boolean(from?.cam && to?.sees), mic: Boolean(from?.mic && to?.hears && !home) };
}
