import { make } from '../dom.js';
import { play } from './pane.js';

/**
 * The partner's sound on this device, by the loudspeaker chosen here.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {() => boolean} wanted whether this device should be heard at all
 */
export function sound(room, wanted) {
  const element = make('div', 'sound');
  element.hidden = true;
  /** @type {Map<string, HTMLAudioElement & {setSinkId?: (id: string) => Promise<void>, sinkId?: string}>} */
  const players = new Map();
  const draw = () => {
    for (const device of new Set([...players.keys(), ...Object.keys(room.doc.media ?? {})])) {
      const track = room.flows && room.joined && wanted() ? room.video.from(device).mic : null;
      let player = players.get(device);
      if (player === undefined && track !== null) {
        player = make('audio');
        players.set(device, player);
        element.append(player);
      }
      if (player === undefined) {
        continue;
      }
      // A browser plays no sound before a person has pressed something on the page.
      void play(player, track)?.catch((failure) => failure.name === 'NotAllowedError' && room.holdSound());
      const sink = room.own.choice.audiooutput ?? '';
      if (player.setSinkId !== undefined && player.sinkId !== sink) {
        void player.setSinkId(sink).catch(() => undefined);
      }
      if (track === null) {
        player.remove();
        players.delete(device);
      }
    }
  };
  room.addEventListener('sound', draw);
  return { element, draw };
}
