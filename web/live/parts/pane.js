import { make, mark, show, write } from '../dom.js';
import { t } from '../words.js';

/**
 * Give a video element a track, and leave it alone while it is the same one: a picture that is set
 * again flickers.
 *
 * @param {HTMLVideoElement | HTMLAudioElement} player
 * @param {MediaStreamTrack | null} track
 */
export function play(player, track) {
  const now = player.srcObject instanceof MediaStream ? player.srcObject.getTracks()[0] : undefined;
  if (track === null) {
    if (now !== undefined) {
      player.srcObject = null;
    }
    return undefined;
  }
  if (now !== track) {
    player.srcObject = new MediaStream([track]);
  }
  return player.paused ? player.play() : undefined;
}

/** A picture without sound: sound is played by its own part. */
export function picture() {
  const video = make('video');
  video.muted = true;
  video.playsInline = true;
  video.autoplay = true;
  // The pane's own name says whose picture it is.
  video.setAttribute('aria-hidden', 'true');
  return video;
}

/**
 * One class's picture with its name, which can be read from the back of the room.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 */
export function pane(room, classId) {
  const video = picture();
  const label = make('span', 'label');
  const school = make('span', 'school');
  const name = make('figcaption', 'name', make('span', 'shape'), make('span', 'words', label, ' ', school));
  [label, school].forEach((one) => (one.dir = 'auto'));
  const state = make('p', 'state');
  state.setAttribute('role', 'status');
  const element = make('figure', 'pane', video, state, name);
  const draw = () => {
    const side = room.doc.sides?.[classId];
    if (side === undefined) {
      return;
    }
    write(label, side.label);
    write(school, side.school);
    element.setAttribute('data-shape', side.shape);
    mark(element, 'own', classId === room.classId);
    const track = pictureOf(room, classId);
    void play(video, track)?.catch(() => undefined);
    show(video, track !== null);
    const said = stateOf(room, classId, track !== null);
    write(state, said);
    show(state, said !== '');
    mark(element, 'muted', side.muted || waits(room, classId));
  };
  return { element, draw };
}

/**
 * Tell whether the lesson has a class's microphone off until its turn.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 */
function waits(room, classId) {
  const segment = room.doc.lesson?.segment;
  const turn = segment?.do === 'talk' && segment.left === undefined && segment.act.follow ? segment.act.speaking : undefined;
  return turn !== undefined && turn !== classId;
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 */
function holder(room, classId) {
  return Object.entries(room.doc.media ?? {}).find(([, right]) => right.side === classId && right.cam)?.[0];
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 */
function pictureOf(room, classId) {
  const device = holder(room, classId);
  if (device === undefined || !room.flows) {
    return null;
  }
  return device === room.me ? room.own.cam : room.video.from(device).cam;
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} classId
 * @param {boolean} seen
 */
function stateOf(room, classId, seen) {
  const side = room.doc.sides?.[classId];
  const sends = Object.values(room.doc.media ?? {}).some((one) => one.side === classId && (one.cam || one.mic));
  if (side?.stopped) {
    return t('pane.stopped');
  }
  if (side?.promise === 'none') {
    return t('pane.soundonly');
  }
  if (!sends && !side?.muted && !waits(room, classId)) {
    return t('pane.away');
  }
  if (seen) {
    return side?.muted ? t('pane.muted') : waits(room, classId) ? t('pane.waits') : '';
  }
  const device = holder(room, classId);
  if (device === undefined) {
    return t('pane.nocamera');
  }
  if (device === room.me) {
    return room.own.state.cam === 'asking' ? t('pane.coming') : t('pane.nocamera');
  }
  if (room.video.from(device).left) {
    return t('pane.away');
  }
  return t(room.video.stuck ? 'pane.stuck' : 'pane.coming');
}
