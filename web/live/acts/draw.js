import { button, make, rows, show, write } from '../dom.js';
import { shape } from '../parts/icon.js';
import { t } from '../words.js';
import { HIGH, WIDE, pack, plain, unpack } from './lines.js';
import { act, labelOf, shapeOf } from './parts.js';

/** Ready-made shapes, for whoever draws by a press: each about a middle of nothing. @type {Record<string, [number, number][]>} */
const STAMPS = {
  heart: [[0, 60], [-60, 0], [-66, -30], [-45, -56], [-18, -50], [0, -25], [18, -50], [45, -56], [66, -30], [60, 0], [0, 60]],
  star: [[0, -66], [16, -20], [64, -20], [26, 9], [40, 56], [0, 27], [-40, 56], [-26, 9], [-64, -20], [-16, -20], [0, -66]],
};

/** @param {import('../room.js').LiveRoom} room one sheet for all classes, drawn with a finger, a pen or a mouse */
export function draw(room) {
  const about = make('p', 'about');
  about.dir = 'auto';
  const sheet = shape('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, class: 'sheet', role: 'img', 'aria-label': t('draw.sheet') });
  const lines = shape('g', {});
  const here = shape('polyline', { class: 'here' });
  sheet.append(lines, here);
  const stamps = Object.keys(STAMPS).map((name) => button(`stamp ${name}`, t(`draw.${name}`), () => stamp(name)));
  const undo = button('undo', t('draw.undo'), () => void act(room, 'draw.undo', { stroke: last() }));
  const clear = button('clear', t('draw.clear'), () => void act(room, 'draw.clear'));
  const press = make('div', 'actions', ...stamps, undo, clear);
  const legend = make('ul', 'legend');
  const element = make('div', 'drawing', about, make('div', 'paper'), legend, press);
  /** @type {Element} */ (element.children[1]).append(sheet);
  /** @type {Record<string, {by: string, line: string, rank: number}>} */
  let strokes = {};
  /** @type {[number, number][]} */
  let points = [];
  const may = () => room.side !== undefined && room.wire.you?.kind !== 'tablet' && room.wire.you?.role !== 'observer';
  const ours = () =>
    Object.entries(strokes)
      .filter(([, one]) => one.by === room.classId)
      .sort(([, a], [, b]) => a.rank - b.rank);
  const last = () => ours().at(-1)?.[0] ?? '';
  const send = (/** @type {[number, number][]} */ all) => act(room, 'draw.line', { line: pack(plain(all)) });
  const stamp = (/** @type {string} */ name) => {
    const x = 100 + Math.random() * (WIDE - 200);
    const y = 100 + Math.random() * (HIGH - 200);
    void send((STAMPS[name] ?? []).map(([dx, dy]) => [x + dx, y + dy]));
  };
  pen(
    /** @type {SVGSVGElement} */ (sheet),
    may,
    (all) => {
      points = all;
      here.setAttribute('points', all.map((one) => one.join()).join(' '));
    },
    async () => {
      const drawn = points;
      points = [];
      await send(drawn);
      // What was drawn meanwhile stays; what the server has is drawn from there.
      if (points.length === 0) {
        here.setAttribute('points', '');
      }
    },
  );
  const drawn = (/** @type {any} */ is) => {
    strokes = is.strokes;
    write(about, is.about);
    trace(room, lines, strokes);
    here.setAttribute('data-shape', shapeOf(room, room.classId ?? ''));
    show(press, may());
    show(clear, room.key && ours().length > 0);
    undo.disabled = ours().length === 0;
    rows(
      legend,
      Object.fromEntries(room.sides),
      () => make('li', '', make('span', 'shape'), make('span')),
      (row, side, id) => {
        row.setAttribute('data-shape', side.shape);
        write(/** @type {Node} */ (row.lastChild), labelOf(room, id));
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element, draw: drawn };
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {Element} lines
 * @param {Record<string, {by: string, line: string, rank: number}>} strokes
 */
function trace(room, lines, strokes) {
  const old = new Map([...lines.children].map((one) => [one.getAttribute('data-key'), one]));
  for (const [id, one] of Object.entries(strokes).sort(([, a], [, b]) => a.rank - b.rank)) {
    if (!old.delete(id)) {
      const points = unpack(one.line);
      const [x, y] = points[0] ?? [0, 0];
      const dotted = points.length === 1 ? [...points, [x + 1, y]] : points;
      lines.append(shape('polyline', { 'data-key': id, 'data-shape': shapeOf(room, one.by), points: dotted.map((two) => two.join()).join(' ') }));
    }
  }
  old.forEach((gone) => gone.remove());
}

/**
 * @param {SVGSVGElement} sheet
 * @param {() => boolean} may
 * @param {(points: [number, number][]) => void} moves
 * @param {() => void} ends
 */
function pen(sheet, may, moves, ends) {
  /** @type {[number, number][]} */
  let points = [];
  /** @type {number | undefined} */
  let pointer;
  const at = (/** @type {PointerEvent} */ event) => {
    const box = sheet.getBoundingClientRect();
    points = [...points, [((event.clientX - box.left) / box.width) * WIDE, ((event.clientY - box.top) / box.height) * HIGH]];
    moves(points);
  };
  sheet.addEventListener('pointerdown', (event) => {
    if (may() && pointer === undefined) {
      pointer = event.pointerId;
      sheet.setPointerCapture(pointer);
      points = [];
      at(event);
      event.preventDefault();
    }
  });
  sheet.addEventListener('pointermove', (event) => event.pointerId === pointer && at(event));
  const up = (/** @type {PointerEvent} */ event) => {
    if (event.pointerId === pointer) {
      pointer = undefined;
      ends();
    }
  };
  sheet.addEventListener('pointerup', up);
  sheet.addEventListener('pointercancel', up);
}
