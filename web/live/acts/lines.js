/** @typedef {[number, number]} Point each from 0 to 1295: what two signs of base 36 hold */

export const WIDE = 1295;
export const HIGH = 728;
/** Points of one line, as the server takes them. */
const MOST = 64;

/**
 * A line with fewer points that looks the same: what lies nearer than this to a straight piece is
 * left out.
 *
 * @param {Point[]} points
 * @param {number} near
 * @returns {Point[]}
 */
function straighten(points, near) {
  const first = points[0];
  const last = points[points.length - 1];
  if (points.length < 3 || first === undefined || last === undefined) {
    return points;
  }
  let far = 0;
  let at = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const away = distance(/** @type {Point} */ (points[i]), first, last);
    if (away > far) {
      far = away;
      at = i;
    }
  }
  if (far <= near) {
    return [first, last];
  }
  return [...straighten(points.slice(0, at + 1), near).slice(0, -1), ...straighten(points.slice(at), near)];
}

/** @param {Point} point @param {Point} from @param {Point} to */
function distance([x, y], [ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/**
 * As few points as show the line well, and no more than may be sent.
 *
 * @param {Point[]} points
 * @returns {Point[]}
 */
export function plain(points) {
  let near = 2;
  let fewer = straighten(points, near);
  while (fewer.length > MOST) {
    near *= 1.5;
    fewer = straighten(points, near);
  }
  return fewer;
}

/** @param {Point[]} points as they travel: four signs a point */
export function pack(points) {
  const two = (/** @type {number} */ number, /** @type {number} */ most) =>
    Math.min(most, Math.max(0, Math.round(number)))
      .toString(36)
      .padStart(2, '0');
  return points.map(([x, y]) => two(x, WIDE) + two(y, HIGH)).join('');
}

/** @param {string} line @returns {Point[]} */
export function unpack(line) {
  return (line.match(/.{4}/g) ?? []).map((four) => [parseInt(four.slice(0, 2), 36), parseInt(four.slice(2), 36)]);
}
