import { make, write } from '../dom.js';
import { clockText, t, untilText } from '../words.js';

/**
 * How the room stands, in one sentence for the adult.
 *
 * @param {import('../room.js').LiveRoom} room
 */
function sentence(room) {
  const { doc, video } = room;
  const about = doc.sides?.[doc.door?.about ?? ''];
  if (!room.wire.alive) {
    return t('line.away');
  }
  const covering = room.sides.filter(([, side]) => side.covered).map(([, side]) => side.label);
  if (room.covered) {
    return covering.length > 0 ? t('door.covered', covering.join(', ')) : t('door.coveredhere');
  }
  switch (doc.door?.state) {
    case 'asking':
      return t('door.asking', about?.adult ?? '');
    case 'held':
      return t('door.held', about?.adult ?? '', clockText(doc.door.until ?? 0));
    case 'open':
      return t(video.stills ? 'door.stills' : 'door.open');
    default:
      return shut(room);
  }
}

/** @param {import('../room.js').LiveRoom} room */
function shut(room) {
  const head = room.doc.room;
  if (head?.phase === 'lobby') {
    return t('door.early', clockText(head.opens));
  }
  const away = room.sides.filter(([, side]) => side.away !== undefined).map(([, side]) => side.adult);
  if (room.doc.door?.why === 'key' && away.length > 0) {
    return t('door.key', away.join(', '));
  }
  const waits = room.sides.map(([, side]) => side).find((side) => side.waits);
  if (waits !== undefined) {
    return t('door.leader', waits.school);
  }
  const missing = room.sides.filter(([, side]) => !side.ready).map(([, side]) => side.label);
  return missing.length > 0 ? t('door.waiting', missing.join(', ')) : t('door.back');
}

/** @param {import('../room.js').LiveRoom} room the adult's line about the door, and the time */
export function door(room) {
  const status = make('p', 'state');
  status.setAttribute('role', 'status');
  const time = make('p', 'countdown');
  time.setAttribute('role', 'timer');
  const element = make('section', 'door', status, time);
  const tick = () => {
    const head = room.doc.room;
    if (head !== undefined) {
      const left = head.starts - room.now;
      const rest = head.ends - room.now;
      write(
        time,
        left > 0
          ? t('lobby.until', untilText(left), clockText(head.starts))
          : rest > 0
            ? t('door.rest', untilText(rest), clockText(head.ends))
            : t('sign.goodbye', clockText(head.last)),
      );
    }
  };
  setInterval(tick, 1_000);
  return {
    element,
    draw: () => {
      write(status, sentence(room));
      tick();
    },
  };
}
