import { make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { confirmEnd } from './bar.js';
import { iconButton, say } from './icon.js';
import { under } from './ready.js';

/** @typedef {import('../types.js').Side} Side */
/** @typedef {import('../types.js').Promised} Promised */

/**
 * Microphone and camera of one class. An adult may switch off either class's; only an adult of the
 * class switches hers on again.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function classes(room) {
  const element = make('ul', 'classes');
  const create = (/** @type {string} */ id) => {
    const mute = iconButton('mute', 'mic', '', () => {
      void room.ask(room.doc.sides?.[id]?.muted ? 'mic.unmute' : 'mic.mute', { side: id });
    });
    const camera = iconButton('camera', 'camera', '', () => {
      void room.ask(room.doc.sides?.[id]?.stopped ? 'camera.start' : 'camera.stop', { side: id });
    });
    return make('li', '', make('strong'), make('span', 'promise'), mute, camera);
  };
  const draw = () => {
    rows(element, Object.fromEntries(room.sides), create, (row, side, id) => {
      const [name, promise, mute, camera] = /** @type {HTMLElement[]} */ ([...row.children]);
      write(name, `${side.label}, ${side.school}`);
      write(promise, promiseOf(side));
      const mine = id === room.classId;
      toggle(mute, side.muted === true, mine, side.label, 'mic');
      toggle(camera, side.stopped === true, mine, side.label, 'cam');
      show(mute, room.host);
      show(camera, room.host);
    }, ([, a], [, b]) => a.rank - b.rank);
  };
  return { element, draw };
}

/** @param {Side} side */
function promiseOf(side) {
  if (side.next !== undefined) {
    return t('promise.next', side.label, t(`promise.${side.next.promise}`));
  }
  return side.promise ? t(`promise.theirs.${side.promise}`, side.label) : t('promise.theirs.unknown', side.label);
}

/**
 * @param {HTMLElement} press
 * @param {boolean} off
 * @param {boolean} mine
 * @param {string} label
 * @param {'mic' | 'cam'} what
 */
function toggle(press, off, mine, label, what) {
  say(press, t(`classes.${what}.${off ? (mine ? 'on' : 'isoff') : 'off'}`, label));
  mark(press, 'off', off);
  // Still in the tab order, so that the focus stays where it was.
  press.setAttribute('aria-disabled', String(off && !mine));
}

/**
 * What an adult does for the whole room.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {() => void} openReady
 * @param {{on: boolean, turn: () => void}} hearing
 */
export function controls(room, openReady, hearing) {
  const ready = iconButton('ready', 'ready', '', () => (room.side?.ready ? void room.ask('ready.unsay') : openReady()));
  const cover = iconButton('cover', 'cover', '', () => void (room.side?.covered ? room.ask('cover.off') : room.cover()));
  const hear = iconButton('hear', 'sound', '', hearing.turn);
  const lock = iconButton('lock', 'lock', '', () => void room.ask(room.doc.room?.locked ? 'room.unlock' : 'room.lock'));
  const still = iconButton('still', 'still', '', () => room.video.chooseStills(!room.video.chosenStill));
  const sure = confirmEnd(room);
  const end = iconButton('end', 'end', t('bar.end'), () => sure.showModal());
  const select = make('select');
  select.addEventListener('change', () => void room.ask('promise.make', { promise: select.value }));
  const promise = make('label', 'promise', make('span', '', t('ready.promise')), select);
  const element = make(
    'section',
    'controls',
    make('div', 'now', ready, cover),
    make('div', 'more', promise, hear, still, lock),
    make('div', 'far', end, sure),
  );
  element.setAttribute('aria-label', t('controls.label'));
  const draw = () => {
    const { side, key, doc } = room;
    const early = doc.room?.phase === 'lobby';
    say(ready, t(side?.ready ? 'bar.unready' : 'bar.ready'));
    mark(ready, 'said', side?.ready);
    show(ready, key && !early);
    say(cover, t(side?.covered ? 'bar.uncover' : 'bar.cover'));
    show(cover, key || side?.covered !== true);
    say(hear, t(hearing.on ? 'controls.quiet' : 'controls.hear'));
    show(hear, doc.media?.[room.me]?.hears === true);
    say(still, t(room.video.chosenStill ? 'bar.moving' : 'bar.still'));
    show(still, doc.own?.cam === room.me);
    say(lock, t(doc.room?.locked ? 'controls.unlock' : 'controls.lock'));
    show(lock, room.host);
    show(end, room.host && !early);
    show(promise, key);
    options(select, doc.own?.ceiling ?? 'none', doc.own?.promise);
  };
  return { element, draw };
}

/**
 * @param {HTMLSelectElement} select
 * @param {Promised} ceiling
 * @param {Promised | undefined} now
 */
function options(select, ceiling, now) {
  const allowed = under(ceiling);
  if (select.options.length !== allowed.length + (now ? 0 : 1)) {
    const first = now ? [] : [new Option(t('controls.unsaid'), '', true)];
    select.replaceChildren(...first, ...allowed.map((one) => new Option(t(`promise.${one}`), one)));
  }
  if (document.activeElement !== select) {
    select.value = now ?? '';
  }
}
