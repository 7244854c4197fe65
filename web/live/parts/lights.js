import { make, mark, rows, write } from '../dom.js';
import { t } from '../words.js';

/** @param {import('../room.js').LiveRoom} room two lights that meet when both classes are ready */
export function lights(room) {
  const list = make('ul', 'lights');
  list.setAttribute('aria-label', t('lights.label'));
  list.setAttribute('aria-live', 'polite');
  const draw = () => {
    const sides = room.sides;
    mark(list, 'meet', sides.length > 0 && sides.every(([, side]) => side.ready));
    rows(
      list,
      Object.fromEntries(sides),
      () => make('li', 'light', make('span', 'shape'), make('span', 'label')),
      (row, side) => {
        row.className = `light ${side.shape}`;
        mark(row, 'on', side.ready ? 'true' : undefined);
        write(/** @type {Node} */ (row.lastChild), t(side.ready ? 'lights.on' : 'lights.off', side.label));
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element: list, draw };
}
