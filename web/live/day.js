// Keeps a page's "now" fresh: it reads the page again and puts what changed in its place, row by row,
// so that nothing moves away under a finger. Without it the page is true as of its last loading.

const EVERY = 10_000;
/** A phone that was forgotten on a desk stops asking. */
const MOST = 6 * 60 * 6;

const title = document.title;
let asked = 0;

/** @param {ParentNode} where */
function rows(where) {
  return /** @type {HTMLElement[]} */ ([...where.querySelectorAll('[data-row]')]);
}

/** What a page says, in one text: which rows, in which order, and how each is. @param {ParentNode} where */
function says(where) {
  return rows(where).map((row) => `${row.dataset.row} ${row.dataset.is}`).join('\n');
}

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 */
function renew(old, fresh) {
  const focus = document.activeElement?.closest('[data-row]');
  const open = rows(old).filter((row) => row.querySelector('details[open]')).map((row) => row.dataset.row);
  const key = focus instanceof HTMLElement ? focus.dataset.row : undefined;
  const place = focus ? [...focus.querySelectorAll('a, button, summary')].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
  const y = scrollY;
  old.replaceChildren(...fresh.childNodes);
  for (const row of rows(old)) {
    row.querySelector('details')?.toggleAttribute('open', open.includes(row.dataset.row));
    if (row.dataset.row === key) {
      const again = row.querySelectorAll('a, button, summary')[place];
      if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    }
  }
  scrollTo(0, y);
}

/** @param {HTMLElement} now */
function mark(now) {
  const needs = Number(now.dataset.needs);
  document.title = needs > 0 ? `(${needs}) ${title}` : title;
}

async function look() {
  const now = document.getElementById('now');
  if (now === null || document.hidden || asked >= MOST || now.querySelector('form :checked:not([value="any"])')) return;
  asked += 1;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('now');
    if (fresh === null) return;
    if (says(now) === says(fresh)) {
      // Only the moment of looking has changed.
      const read = now.querySelector('.soft > span');
      if (read !== null) read.textContent = fresh.querySelector('.soft > span')?.textContent ?? '';
    } else {
      now.dataset.needs = fresh.dataset.needs;
      renew(now, fresh);
    }
    mark(now);
  } catch {
    // Out of reach for a moment: the page says of when it is.
  }
}

const first = document.getElementById('now');
if (first !== null) mark(first);
setInterval(() => void look(), EVERY);
document.addEventListener('visibilitychange', () => void look());
