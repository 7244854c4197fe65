import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { act } from './parts.js';

/**
 * How a class is counted: by hands, or by its tablets. Its adult chooses and closes; a tablet gets
 * large buttons. What a tablet said stays on the tablet: the page alone remembers it.
 *
 * @param {import('../room.js').LiveRoom} room
 * @param {(option: string) => HTMLElement} face what stands on an option's button
 * @param {(option: string, button: HTMLElement) => void} dress
 */
export function ballot(room, face, dress) {
  const how = button('tablets', '', () => void act(room, 'ballot.tablets', { on: how.dataset.on !== 'true' }));
  const close = button('close primary', t('ballot.close'), () => void act(room, 'ballot.close'));
  const again = button('again', t('ballot.again'), () => void act(room, 'ballot.tablets', { on: true }));
  const cast = make('p', 'cast');
  cast.setAttribute('role', 'status');
  const adult = make('div', 'actions polling', cast, close, again, how);
  const asked = make('p', 'asked');
  const done = make('p', 'done');
  done.setAttribute('role', 'status');
  const list = make('div', 'options');
  const ours = make('div', 'ballot', asked, list, done);
  const element = make('div', 'by-tablets', ours, adult);
  /** @type {string[]} */
  let marks = [];
  let most = 1;
  let place = '';
  const press = async (/** @type {string} */ option) => {
    const was = marks;
    const without = marks.filter((one) => one !== option);
    marks = without.length < marks.length ? without : most === 1 ? [option] : [...marks, option];
    room.changed();
    if ((await act(room, 'ballot.cast', { marks })) === '') {
      sessionStorage.setItem(place, JSON.stringify(marks));
    } else {
      marks = was;
      room.changed();
    }
  };
  /**
   * @param {{options: string[], most: number, round: string, own: any, free: boolean}} is what can be marked, how often, and whether
   *     the class can still be counted
   */
  const draw = ({ options, most: many, round, own, free }) => {
    most = many;
    const key = `linkroom-ballot-${room.id}-${room.doc.lesson?.place}-${round}`;
    if (key !== place) {
      place = key;
      marks = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    }
    const tablet = room.wire.you?.kind === 'tablet';
    const open = own.tablets === 'open';
    if (!open && marks.length > 0) {
      // Counted and forgotten: should it be asked again, it begins with none.
      marks = [];
      sessionStorage.removeItem(key);
    }
    show(adult, room.key && free);
    how.dataset.on = String(own.tablets !== undefined);
    write(how, t(own.tablets === undefined ? 'ballot.tablets' : 'ballot.hands'));
    show(close, open);
    show(again, own.tablets === 'closed');
    write(cast, open ? counted(room, own.cast) : own.tablets === 'closed' ? t('ballot.closed') : '');
    show(cast, cast.textContent !== '');
    show(ours, open && !room.key);
    write(asked, tablet ? asks(many, options.length) : t('ballot.board'));
    show(list, tablet && open);
    rows(
      list,
      tablet && open ? Object.fromEntries(options.map((option, rank) => [option, rank])) : {},
      (option) => {
        const one = button('option', '', () => void press(option));
        one.append(face(option));
        return one;
      },
      (row, _, option) => {
        dress(option, row);
        row.setAttribute('aria-pressed', String(marks.includes(option)));
      },
      ([, a], [, b]) => a - b,
    );
    write(done, tablet && marks.length > 0 ? t('ballot.done') : '');
    mark(element, 'tablet', tablet && open);
  };
  return { element, draw };
}

/** @param {number} many @param {number} options */
function asks(many, options) {
  return many === 1 ? t('ballot.one') : many >= options ? t('ballot.all') : t('ballot.many', many);
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {number | undefined} cast told to the class's adults on their own screens
 */
function counted(room, cast) {
  const devices = /** @type {{kind: string, here?: boolean}[]} */ (Object.values(room.doc.own?.devices ?? {}));
  const here = devices.filter((one) => one.kind === 'tablet' && one.here).length;
  return cast === undefined ? t('ballot.asked') : t('ballot.cast', cast, Math.max(cast, here));
}
