import { button, make, rows, show, write } from '../dom.js';
import { t } from '../words.js';

/**
 * Devices that ask to come in, with what each may carry. A tablet never carries anything.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function asks(room) {
  const title = make('h2', '', t('asks.title'));
  const list = make('ul');
  const all = button('letall', t('asks.all'), () => void room.ask('device.letall'));
  const open = make('p', 'open');
  const element = make('section', 'asks', title, list, all, open);
  element.setAttribute('aria-live', 'polite');
  element.hidden = true;
  const draw = () => {
    const waiting = { ...room.doc.own?.asks, ...room.doc.own?.guestasks };
    const letall = room.doc.own?.letall;
    show(element, room.key && (Object.keys(waiting).length > 0 || letall !== undefined));
    show(all, letall === undefined);
    show(open, letall !== undefined);
    write(open, t('asks.open'));
    rows(list, waiting, (key) => row(room, key), (node, device) => {
      write(/** @type {Node} */ (node.firstChild), t(`asks.${kindOf(device.kind)}`, device.name));
      node.querySelectorAll('.carry').forEach((one) => one.toggleAttribute('hidden', device.kind === 'tablet' || device.kind === 'adult'));
    });
  };
  return { element, draw };
}

/** @param {string} kind */
export function kindOf(kind) {
  return ['board', 'adult', 'tablet', 'mic'].includes(kind) ? kind : 'other';
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} device
 */
function row(room, device) {
  const tick = (/** @type {string} */ word) => {
    const input = make('input');
    input.type = 'checkbox';
    return { input, label: make('label', 'carry', input, make('span', '', t(word))) };
  };
  const cam = tick('asks.cam');
  const mic = tick('asks.mic.carry');
  const admit = button('admit primary', t('asks.admit'), () => {
    const kind = room.doc.own?.asks?.[device]?.kind;
    const may = kind !== 'tablet' && kind !== 'adult';
    void room.ask('device.admit', { device, cam: may && cam.input.checked, mic: may && mic.input.checked });
  });
  const refuse = button('refuse', t('asks.refuse'), () => void room.ask('device.refuse', { device }));
  return make('li', '', make('span', 'what'), cam.label, mic.label, admit, refuse);
}
