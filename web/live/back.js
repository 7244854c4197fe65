const FIRST_WAIT = 400;
const LONGEST_WAIT = 8_000;

/**
 * How long to wait before the next try: full jitter under a ceiling that doubles, and never sooner
 * than the server asked for.
 *
 * @param {number} attempt counted from 0
 * @param {number} [hint] milliseconds
 */
export function wait(attempt, hint = 0) {
  const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 10));
  return hint + 1 + Math.random() * ceiling;
}

/** @param {number} code a close code that says: come back, or do not */
export function comesBack(code) {
  return code < 4500 || code > 4999;
}

/**
 * Tell whether the page's own address no longer lets this device in. To a socket a refused pass and
 * a lost line look the same; the page tells them apart.
 */
export async function pageGone() {
  const answer = await fetch(location.pathname, { redirect: 'manual', cache: 'no-store' }).catch(() => null);
  return answer !== null && (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status));
}
