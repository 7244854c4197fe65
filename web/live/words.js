/** @type {Record<string, string>} */
const words = JSON.parse(document.getElementById('words')?.textContent || '{}');

/**
 * A sentence of the page's words, with its places {0}, {1}, … filled.
 *
 * @param {string} key without the leading `room.`
 * @param {...(string | number)} args
 */
export function t(key, ...args) {
  const sentence = words[`room.${key}`] ?? key;
  return sentence.replace(/\{(\d)\}/g, (_, place) => String(args[Number(place)] ?? ''));
}

const LONDON = 'Europe/London';
const clockFace = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: LONDON,
});

/**
 * A moment as the school's clock shows it.
 *
 * @param {number} at milliseconds since 1970
 */
export function clockText(at) {
  return clockFace.format(at);
}

/**
 * How long until something, as a person says it: "12 minutes", "45 seconds".
 *
 * @param {number} ms
 */
export function untilText(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds <= 90) {
    return seconds === 1 ? t('time.second') : t('time.seconds', seconds);
  }
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) {
    return t('time.minutes', minutes);
  }
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? t('time.hour', minutes % 60) : t('time.hours', hours, minutes % 60);
}
