import { make, show, write } from '../dom.js';

/**
 * A whole calm page with a heading and a sentence: holding, covered, ended, waiting.
 *
 * @param {string} name its class, for the style
 * @param {...(Node)} more
 */
export function full(name, ...more) {
  const title = make('h1');
  const words = make('p', 'words');
  const element = make('section', name, make('div', 'shape'), title, words, ...more);
  element.setAttribute('aria-live', 'polite');
  element.hidden = true;
  return {
    element,
    /**
     * @param {boolean} shown
     * @param {string} [heading]
     * @param {string} [sentence]
     */
    show(shown, heading = '', sentence = '') {
      show(element, shown);
      if (shown) {
        write(title, heading);
        write(words, sentence);
        show(words, sentence !== '');
      }
    },
  };
}
