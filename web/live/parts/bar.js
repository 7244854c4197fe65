import { button, make, mark, show, write } from '../dom.js';
import { t } from '../words.js';
import { asks } from './asks.js';
import { iconButton, say } from './icon.js';
import { question } from './question.js';
import { devices } from './selftest.js';

/** Long enough that a child's touch in passing opens nothing. */
const HOLD = 2_000;
/** A bar that nobody uses closes, so that it is not left open to the class. */
const IDLE = 60_000;

/**
 * The adult's bar at the bottom of a board: opened by holding a button for two seconds, by finger,
 * mouse or key; closed by Escape or its own button.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {() => void} openReady
 * @param {{element: HTMLElement, draw: () => void}} lead what leads the lesson
 */
export function bar(room, openReady, lead) {
  const waiting = make('span', 'waiting');
  const hold = make('button', 'hold', make('span', 'ring'), make('span', '', t('bar.hold')), waiting);
  hold.type = 'button';
  const own = devices(room);
  const unfold = iconButton('unfold', 'devices', t('bar.devices'), () => fold(panel.hidden));
  const panel = make('div', 'panel', own.element);
  const shut = iconButton('shut', 'close', t('bar.close'), () => open(false));
  const press = controls(room, openReady, unfold, shut);
  const let_in = asks(room);
  const asked = question(room);
  const note = make('p', 'note');
  const element = make('section', 'bar', note, asked.element, let_in.element, panel, lead.element, press.element);
  element.setAttribute('aria-label', t('bar.label'));
  element.tabIndex = -1;
  element.hidden = true;

  const fold = (/** @type {boolean} */ out) => {
    show(panel, out, unfold);
    unfold.setAttribute('aria-expanded', String(out));
  };
  fold(false);
  const open = (/** @type {boolean} */ shown) => {
    if (shown === !element.hidden) {
      return;
    }
    fold(false);
    // The one takes the other's place: the focus must have somewhere to go.
    hold.hidden = false;
    show(element, shown, hold);
    hold.setAttribute('aria-expanded', String(shown));
    if (shown) {
      // Not its first button: the key that was held down here still repeats, and would press it.
      element.focus();
      hold.hidden = true;
    }
  };
  let idle = 0;
  const used = () => {
    clearTimeout(idle);
    idle = window.setTimeout(() => open(false), IDLE);
  };
  ['pointerdown', 'keydown', 'focusin'].forEach((name) => element.addEventListener(name, used));
  holding(hold, () => open(true));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !element.hidden && document.querySelector('dialog[open]') === null) {
      open(false);
    }
  });

  const draw = () => {
    const count = Object.keys(room.doc.own?.asks ?? {}).length + (room.doc.own?.question ? 1 : 0);
    write(waiting, room.key && count > 0 ? t('bar.waiting', count) : '');
    show(waiting, waiting.textContent !== '');
    mark(hold, 'waiting', room.key && count > 0);
    write(note, room.key ? '' : t('bar.nokey'));
    show(note, !room.key);
    if (room.over) {
      open(false);
    }
    show(hold, !room.over && room.side !== undefined && element.hidden);
    [press, let_in, asked, own, lead].forEach((part) => part.draw());
    show(unfold, !own.element.hidden);
  };
  return { hold, element, draw };
}

/**
 * @param {HTMLElement} element
 * @param {() => void} done
 */
function holding(element, done) {
  let timer = 0;
  const begin = () => {
    if (timer === 0) {
      mark(element, 'held', true);
      timer = window.setTimeout(() => {
        end();
        done();
      }, HOLD);
    }
  };
  const end = () => {
    clearTimeout(timer);
    timer = 0;
    mark(element, 'held', false);
  };
  element.addEventListener('pointerdown', begin);
  ['pointerup', 'pointercancel', 'pointerleave', 'blur'].forEach((name) => element.addEventListener(name, end));
  element.addEventListener('keydown', (event) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      begin();
    }
  });
  element.addEventListener('keyup', end);
  element.addEventListener('contextmenu', (event) => event.preventDefault());
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {() => void} openReady
 * @param {...HTMLElement} more
 */
function controls(room, openReady, ...more) {
  const ready = iconButton('ready', 'ready', '', () => (room.side?.ready ? void room.ask('ready.unsay') : openReady()));
  const cover = iconButton('cover', 'cover', '', () => void (room.side?.covered ? room.ask('cover.off') : room.cover()));
  const mute = iconButton('mute', 'mic', '', () => void room.ask(room.side?.muted ? 'mic.unmute' : 'mic.mute'));
  const camera = iconButton('camera', 'camera', '', () => void room.ask(room.side?.stopped ? 'camera.start' : 'camera.stop'));
  const still = iconButton('still', 'still', '', () => {
    room.video.chooseStills(!room.video.chosenStill);
  });
  const end = iconButton('end', 'end', t('bar.end'), () => sure.showModal());
  const sure = confirmEnd(room);
  const element = make('div', 'controls', ready, cover, mute, camera, still, ...more, end, sure);
  const draw = () => {
    const { side, key } = room;
    const phase = room.doc.room?.phase;
    say(ready, t(side?.ready ? 'bar.unready' : 'bar.ready'));
    mark(ready, 'said', side?.ready);
    show(ready, key && phase !== 'lobby');
    say(cover, t(side?.covered ? 'bar.uncover' : 'bar.cover'));
    show(cover, key || side?.covered !== true);
    say(mute, t(side?.muted ? 'bar.unmute' : 'bar.mute'));
    mark(mute, 'off', side?.muted);
    show(mute, key);
    say(camera, t(side?.stopped ? 'bar.camera.start' : 'bar.camera.stop'));
    mark(camera, 'off', side?.stopped);
    show(camera, key);
    say(still, t(room.video.chosenStill ? 'bar.moving' : 'bar.still'));
    show(still, room.doc.own?.cam === room.me);
    show(end, key && phase !== 'lobby');
  };
  return { element, draw };
}

/** @param {import('../room.js').LiveRoom} room */
export function confirmEnd(room) {
  const title = make('h2', '', t('end.title'));
  title.id = 'end-title';
  const dialog = make('dialog', 'sure');
  dialog.setAttribute('aria-labelledby', title.id);
  const yes = button('yes danger', t('end.yes'), () => {
    dialog.close();
    void room.ask('room.end');
  });
  const no = button('no', t('end.no'), () => dialog.close());
  dialog.append(title, make('p', '', t('end.words')), make('div', 'actions', yes, no));
  return dialog;
}
