import { button, make, show, write } from '../dom.js';
import { t } from '../words.js';
import { shape } from './icon.js';

/** The browser's address bar as it looks there, with the button to press in a ring. */
function drawing() {
  const firefox = navigator.userAgent.includes('Firefox');
  // Safari keeps it under the page's settings at the left of the address, as the others do.
  const at = firefox ? 64 : 40;
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2.5, 'stroke-linecap': 'round' };
  return shape(
    'svg',
    { viewBox: '0 0 320 72', class: 'drawing', 'aria-hidden': 'true', focusable: 'false' },
    shape('rect', { x: 8, y: 14, width: 304, height: 44, rx: 22, ...line }),
    shape('rect', { x: at - 11, y: 29, width: 15, height: 13, rx: 3, ...line }),
    shape('path', { d: `M${at + 4} 34l7-4v11l-7-4`, ...line }),
    shape('path', { d: `M${at - 14} 46l28-22`, ...line }),
    shape('circle', { cx: at, cy: 36, r: 24, class: 'ring', ...line, 'stroke-width': 4 }),
    shape('path', { d: `M${at + 44} 36h150`, ...line, 'stroke-dasharray': '10 8', opacity: 0.5 }),
  );
}

/** @param {import('../room.js').LiveRoom} room says what to do when the camera or microphone is not there */
export function blocked(room) {
  const picture = drawing();
  const words = make('p');
  const again = button('again', t('blocked.again'), () => void room.own.retry());
  const element = make('div', 'blocked', picture, words, again);
  element.setAttribute('role', 'alert');
  element.hidden = true;
  const draw = () => {
    const { cam, mic } = room.own.state;
    const state = [cam, mic].find((one) => one === 'blocked' || one === 'busy' || one === 'missing');
    show(element, state !== undefined && !room.over);
    picture.toggleAttribute('hidden', state !== 'blocked');
    if (state !== undefined) {
      const which = state === cam ? (state === mic ? 'both' : 'cam') : 'mic';
      write(words, t(`blocked.${state}.${which}`));
    }
  };
  return { element, draw };
}
