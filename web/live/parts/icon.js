import { button, make, write } from '../dom.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Lines on a square of 24, drawn in the colour of the text beside them. */
const LINES = {
  ready: 'M4 13l5 5L20 6',
  cover: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M4 3l16 18',
  mic: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3M5 11a7 7 0 0 0 14 0M12 18v3',
  camera: 'M4 6h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2M15 11l7-4v10l-7-4',
  still: 'M4 4h16v16H4zM4 16l5-5 5 5 2-2 4 4M15 8h1',
  devices: 'M3 7h9M18 7h3M3 17h3M12 17h9M15 4v6M9 14v6',
  sound: 'M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  end: 'M10 4H4v16h6M15 8l4 4-4 4M19 12H9',
  close: 'M5 9l7 7 7-7',
};

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
export function shape(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, String(value)));
  element.append(...children);
  return element;
}

/**
 * A button with a small drawing before its words; what is switched off is struck through by the style.
 *
 * @param {string} classes
 * @param {keyof typeof LINES} name
 * @param {string} label
 * @param {(event: Event) => void} press
 */
export function iconButton(classes, name, label, press) {
  const drawing = shape(
    'svg',
    { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' },
    shape('path', { d: LINES[name] }),
    shape('path', { d: 'M3 3l18 18', class: 'struck' }),
  );
  const element = button(classes, '', press);
  element.append(drawing, make('span', 'words', label));
  return element;
}

/**
 * Give such a button other words.
 *
 * @param {HTMLElement} press
 * @param {string} text
 */
export function say(press, text) {
  write(/** @type {Node} */ (press.lastChild), text);
}
