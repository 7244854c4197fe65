import { button, make, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { kindOf } from './asks.js';

/** @typedef {import('../types.js').Device} Device */

/** @param {import('../room.js').LiveRoom} room everybody whose device is connected now, and what an adult may do with hers */
export function who(room) {
  const count = make('h2');
  const list = make('ul', 'people');
  const outTitle = make('h3', '', t('who.removed'));
  const out = make('ul', 'removed');
  const element = make('section', 'who', count, list, outTitle, out);
  const draw = () => {
    const { own } = room.doc;
    /** @type {Record<string, {class?: string, name?: string, role?: string, kind?: string, away?: boolean}>} */
    const all = { ...room.wire.here };
    for (const [id, device] of Object.entries(own?.devices ?? {})) {
      all[id] ??= { ...device, class: own?.class, away: true };
    }
    write(count, t('who.title', Object.values(all).filter((one) => !one.away).length));
    rows(list, all, (key) => row(room, key), (node, one, key) => person(room, node, one, key), ([, a], [, b]) => order(room, a, b));
    const removed = own?.removed ?? {};
    const any = room.key && Object.keys(removed).length > 0;
    show(outTitle, any);
    show(out, any);
    rows(
      out,
      removed,
      (device) => make('li', '', make('span'), button('back', t('who.back'), () => void room.ask('device.back', { device }))),
      (node, device) => write(/** @type {Node} */ (node.firstChild), nameOf(device)),
    );
  };
  return { element, draw };
}

/** @param {{name?: string, role?: string, kind?: string}} one */
function nameOf(one) {
  return one.role === 'device' ? t(`who.kind.${kindOf(one.kind ?? '')}`) : (one.name ?? '');
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {{class?: string, name?: string}} a
 * @param {{class?: string, name?: string}} b
 */
function order(room, a, b) {
  const rank = (/** @type {{class?: string}} */ one) => room.doc.sides?.[one.class ?? '']?.rank ?? 9;
  return rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b));
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} device
 */
function row(room, device) {
  const give = (/** @type {'cam' | 'mic'} */ what) => () => {
    const now = room.doc.own?.devices?.[device];
    const cam = what === 'cam' ? !now?.cam : now?.cam === true;
    const mic = what === 'mic' ? !now?.mic : now?.mic === true;
    void room.ask('device.give', { device, cam, mic });
  };
  const actions = make(
    'span',
    'actions',
    button('cam', '', give('cam')),
    button('mic', '', give('mic')),
    button('lead', t('who.lead'), () => void room.ask('lead.hand', { device })),
    button('remove', t('who.remove'), () => void room.ask('device.remove', { device })),
  );
  return make('li', '', make('strong'), make('span', 'what'), actions);
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {HTMLElement} node
 * @param {{class?: string, name?: string, role?: string, kind?: string, away?: boolean}} one
 * @param {string} id
 */
function person(room, node, one, id) {
  const [name, what, actions] = /** @type {HTMLElement[]} */ ([...node.children]);
  const side = room.doc.sides?.[one.class ?? ''];
  const device = room.doc.own?.devices?.[id];
  write(name, nameOf(one));
  const carries = [device?.cam && t('who.hascam'), device?.mic && t('who.hasmic')].filter(Boolean);
  const words = [side?.label, one.role !== 'device' && t(`who.role.${one.role}`), one.role !== 'device' && one.kind === 'board' && t('who.kind.board'), ...carries, one.away && t('who.away'), id === room.me && t('who.you')];
  write(what, words.filter(Boolean).join(' · '));
  const mine = room.key && device !== undefined;
  show(actions, mine || (room.key && room.doc.own?.guests?.[id] !== undefined));
  const [cam, mic, lead, remove] = /** @type {HTMLElement[]} */ ([...actions.children]);
  const call = room.doc.room?.kind === 'teachers-call';
  const may = mine && (device.kind === 'board' || device.kind === 'mic' || (call && device.kind === 'adult'));
  write(cam, t(device?.cam ? 'who.cam.take' : 'who.cam.give'));
  write(mic, t(device?.mic ? 'who.mic.take' : 'who.mic.give'));
  show(cam, may);
  show(mic, may);
  const adult = device !== undefined && ['teacher', 'cover', 'assistant'].includes(device.role);
  show(lead, mine && adult && side?.adult !== device?.name);
  show(remove, id !== room.me);
}
