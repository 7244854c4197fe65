import { button, make, rows, show, write } from '../dom.js';
import { t } from '../words.js';

/** @param {import('../room.js').LiveRoom} room the code by which a class's other devices ask to come in, and its picture */
export function code(room) {
  const main = document.querySelector('main');
  const letters = make('p', 'letters');
  const picture = make('img', 'qr');
  picture.alt = t('code.qr');
  const fresh = button('fresh', t('code.fresh'), () => load());
  const element = make('section', 'code', make('h2', '', t('code.title')), make('p', '', t('code.words', main?.dataset.join ?? '/join')), letters, picture, fresh);
  const address = main?.dataset.qr;
  // The picture holds a key that is good for one device only.
  const load = () => {
    picture.src = `${address}?${Date.now()}`;
  };
  picture.addEventListener('error', () => show(picture, false));
  picture.addEventListener('load', () => show(picture, true));
  picture.hidden = true;
  let loaded = false;
  const draw = () => {
    const now = room.doc.own?.code;
    show(element, room.key && now !== undefined);
    write(letters, now ?? '');
    show(fresh, Boolean(address));
    if (now !== undefined && address && !loaded) {
      loaded = true;
      load();
    }
  };
  return { element, draw };
}

/** @param {import('../room.js').LiveRoom} room the schools' numbers */
export function phones(room) {
  const list = make('ul');
  const element = make('section', 'phones', make('h2', '', t('phones.title')), list);
  const draw = () => {
    const others = Object.fromEntries(Object.entries(room.doc.phones ?? {}).filter(([id]) => id !== room.classId));
    show(element, Object.keys(others).length > 0);
    rows(
      list,
      others,
      () => make('li', '', make('span'), make('a')),
      (row, phone, id) => {
        const link = /** @type {HTMLAnchorElement} */ (row.lastChild);
        write(/** @type {Node} */ (row.firstChild), room.doc.sides?.[id]?.school ?? '');
        write(link, phone);
        link.href = `tel:${phone.replaceAll(' ', '')}`;
      },
    );
  };
  return { element, draw };
}
