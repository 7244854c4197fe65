import { button, make } from '../dom.js';
import { t } from '../words.js';

/**
 * Raising a concern from a board: not on it, where the class can read along, but on the adult's own
 * device, or by a number.
 */
export function concern() {
  const title = make('h2', '', t('concern.title'));
  title.id = 'concern-title';
  const address = make('p', 'address', `${location.host}/concern`);
  const close = button('no', t('concern.close'), () => dialog.close());
  const dialog = make('dialog', 'concern-where', title, make('p', '', t('concern.words')), address, make('p', '', t('concern.emergency')), close);
  dialog.setAttribute('aria-labelledby', title.id);
  const press = button('concern', t('adult.concern'), () => dialog.showModal());
  return { element: make('footer', 'foot', press, dialog), draw: () => undefined };
}
