import { button, make, show } from '../dom.js';
import { t } from '../words.js';
import { full } from './full.js';

/** @typedef {'ended' | 'waiting' | 'covered' | 'stage' | 'holding' | 'lobby'} View */

const ENDED = 4500;
const REPLACED = 4503;

/**
 * Which page stands for the room now, and the whole pages that take its place: calm ones, never an
 * error code.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function endings(room) {
  /** @returns {View} */
  const view = () => {
    const { doc } = room;
    if (room.over) {
      return 'ended';
    }
    if (doc.waiting !== undefined) {
      return 'waiting';
    }
    if (doc.room === undefined || room.wire.silent) {
      return 'holding';
    }
    if (room.covered) {
      return 'covered';
    }
    if (room.flows) {
      return doc.media?.[room.me]?.sees ? 'stage' : 'holding';
    }
    const back = doc.door?.state !== 'shut' || (doc.door.why === 'key' && doc.room.phase === 'live');
    return back ? 'holding' : 'lobby';
  };
  return { view, parts: [connecting(room), waiting(room), ended(room)] };
}

/** @param {import('../room.js').LiveRoom} room */
function connecting(room) {
  const page = full('holding connecting');
  const draw = (/** @type {View} */ now) => {
    page.show(now === 'holding' && room.doc.room === undefined, t('connecting.title'), t('connecting.words'));
  };
  return { element: page.element, draw };
}

/** @param {import('../room.js').LiveRoom} room */
function waiting(room) {
  const page = full('waiting');
  const draw = (/** @type {View} */ now) => {
    const asked = room.doc.waiting;
    const out = asked?.state === 'removed' || asked?.state === 'refused';
    const key = out ? 'waiting.removed' : 'waiting.asking';
    page.show(now === 'waiting', t(`${key}.title`), t(`${key}.words`, asked?.class ?? '', asked?.school ?? ''));
  };
  return { element: page.element, draw };
}

/** @param {import('../room.js').LiveRoom} room */
function ended(room) {
  const link = make('a', 'our-link-up', t('ended.link'));
  link.href = document.querySelector('main')?.dataset.wall || `/sessions/${encodeURIComponent(room.id)}/our-link-up`;
  const here = button('here', t('out.here'), () => location.reload());
  const home = make('a', 'home', t('ended.home'));
  home.href = document.querySelector('main')?.dataset.home || '/home';
  const page = full('ended', link, here, home);
  const draw = (/** @type {View} */ now) => {
    const phase = room.doc.room?.phase;
    const bye = room.goodbye;
    const over = phase === 'ended' || bye?.code === ENDED;
    const sentOut = bye !== null && !over && phase !== 'cancelled';
    const call = room.doc.room?.kind === 'teachers-call';
    show(link, over && !call && phase !== 'cancelled');
    // A board without an adult signed in has no home to go to.
    show(home, room.wire.you?.role !== 'device');
    show(here, sentOut && bye.code === REPLACED);
    const key = phase === 'cancelled' ? 'cancelled' : sentOut ? 'out' : room.partner && !call ? 'ended' : 'ended.plain';
    const words = sentOut && bye.why ? bye.why : t(`${key}.words`, room.partner?.label ?? '');
    page.show(now === 'ended', t(`${key}.title`), words);
  };
  return { element: page.element, draw };
}
