import { button, make, show, write } from '../dom.js';
import { listen } from '../level.js';
import { t } from '../words.js';
import { picture, play } from './pane.js';

const KINDS = /** @type {const} */ (['videoinput', 'audioinput', 'audiooutput']);

/**
 * Choose camera, microphone and loudspeaker, and one press for the next camera.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function devices(room) {
  const next = button('next-camera', t('devices.next'), () => void room.own.nextCamera());
  const choices = KINDS.map((kind) => {
    const select = make('select');
    select.addEventListener('change', () => void room.own.choose(kind, select.value));
    const label = make('label', 'choice', make('span', '', t(`devices.${kind}`)), select);
    return { kind, select, label };
  });
  const element = make('div', 'devices', next, ...choices.map(({ label }) => label));
  const draw = () => {
    const { own } = room;
    show(element, own.cam !== null || own.mic !== null);
    show(next, own.want.cam && own.of('videoinput').length > 1);
    for (const { kind, select, label } of choices) {
      const found = own.of(kind);
      show(label, found.length > 1);
      const ids = found.map((one) => one.deviceId).join();
      if (select.dataset.ids !== ids) {
        select.dataset.ids = ids;
        select.replaceChildren(...found.map((one) => new Option(one.label || t('devices.unnamed'), one.deviceId)));
      }
      const track = kind === 'videoinput' ? own.cam : kind === 'audioinput' ? own.mic : null;
      const chosen = track?.getSettings().deviceId ?? own.choice[kind];
      if (chosen !== undefined && document.activeElement !== select) {
        select.value = chosen;
      }
    }
  };
  return { element, draw };
}

/**
 * The class's own picture and how loud it is, to try before anybody else sees or hears.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function selftest(room) {
  const video = picture();
  const meter = make('meter', 'level');
  meter.setAttribute('aria-label', t('selftest.level'));
  const state = make('p', 'state');
  const element = make('div', 'selftest', make('figure', 'pane own', video, state), meter);
  /** @type {{track: MediaStreamTrack, stop: () => void} | null} */
  let heard = null;
  const draw = () => {
    const { own, me, doc } = room;
    const shown = !element.closest('[hidden]');
    void play(video, shown ? own.cam : null)?.catch(() => undefined);
    show(video, own.cam !== null);
    const carries = doc.own?.cam === me || doc.own?.mic === me;
    write(state, own.cam !== null ? '' : t(carries ? `selftest.${own.state.cam}` : 'selftest.other'));
    show(state, own.cam === null);
    show(meter, own.mic !== null);
    const track = shown ? own.mic : null;
    if (heard?.track !== track) {
      heard?.stop();
      // A copy is measured: the track itself is silenced until the door opens.
      heard = track && measured(track, meter);
    }
  };
  return { element, draw };
}

/**
 * @param {MediaStreamTrack} track
 * @param {HTMLMeterElement} meter
 */
function measured(track, meter) {
  const copy = track.clone();
  copy.enabled = true;
  const stop = listen(new MediaStream([copy]), (level) => {
    meter.value = level;
  });
  return {
    track,
    stop: () => {
      stop();
      copy.stop();
    },
  };
}
